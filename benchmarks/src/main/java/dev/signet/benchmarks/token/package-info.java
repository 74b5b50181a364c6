/**
 * How fast tokens are made and judged, beside the bare crypto provider in the same run. Entry type:
 * {@link dev.signet.benchmarks.token.VerifyBenchmark}.
 */
@NullMarked
package dev.signet.benchmarks.token;

import org.jspecify.annotations.NullMarked;
