/**
 * Writes results for people and machines. Entry type: {@link
 * dev.signet.scanner.report.ReportFormat}.
 */
@NullMarked
package dev.signet.scanner.report;

import org.jspecify.annotations.NullMarked;
