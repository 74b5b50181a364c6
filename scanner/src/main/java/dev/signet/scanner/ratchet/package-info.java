/**
 * Holds the number of findings: it may fall and never rise. Entry type: {@link
 * dev.signet.scanner.ratchet.Baseline}.
 */
@NullMarked
package dev.signet.scanner.ratchet;

import org.jspecify.annotations.NullMarked;
