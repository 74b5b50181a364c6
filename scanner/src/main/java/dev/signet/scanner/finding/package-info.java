/** What the scanner says. Entry type: {@link dev.signet.scanner.finding.Finding}. */
@NullMarked
package dev.signet.scanner.finding;

import org.jspecify.annotations.NullMarked;
