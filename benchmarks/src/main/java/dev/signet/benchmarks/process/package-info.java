/**
 * The processes of a run, each on its core and ended by its own id. Entry type: {@link
 * dev.signet.benchmarks.process.Children}.
 */
@NullMarked
package dev.signet.benchmarks.process;

import org.jspecify.annotations.NullMarked;
