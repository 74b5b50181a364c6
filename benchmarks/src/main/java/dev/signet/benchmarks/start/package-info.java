/**
 * How long a demo takes to be ready and how much memory it holds then. Entry type: {@link
 * dev.signet.benchmarks.start.StartTest}.
 */
@NullMarked
package dev.signet.benchmarks.start;

import org.jspecify.annotations.NullMarked;
