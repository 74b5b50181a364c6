/**
 * Rates of single operations, by JMH. Entry type: {@link dev.signet.benchmarks.micro.MicroTest}.
 */
@NullMarked
package dev.signet.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
