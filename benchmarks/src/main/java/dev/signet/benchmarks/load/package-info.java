/**
 * Requests per second of a running authority, beside a server that does nothing else than answer as
 * many bytes. Entry type: {@link dev.signet.benchmarks.load.LoadTest}.
 */
@NullMarked
package dev.signet.benchmarks.load;

import org.jspecify.annotations.NullMarked;
