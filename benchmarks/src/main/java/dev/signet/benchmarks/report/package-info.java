/**
 * What was found and where: rows beside peers, and the machine. Entry type: {@link
 * dev.signet.benchmarks.report.Report}.
 */
@NullMarked
package dev.signet.benchmarks.report;

import org.jspecify.annotations.NullMarked;
