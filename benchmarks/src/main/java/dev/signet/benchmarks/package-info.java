/**
 * What {@code bin/bench} does: speed and memory, measured beside peers in the same run. Entry type:
 * {@link dev.signet.benchmarks.Bench}.
 */
@NullMarked
package dev.signet.benchmarks;

import org.jspecify.annotations.NullMarked;
