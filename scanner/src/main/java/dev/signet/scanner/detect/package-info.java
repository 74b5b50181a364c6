/**
 * Looks for what breaks the rules in one file. Entry type: {@link
 * dev.signet.scanner.detect.Detectors}.
 */
@NullMarked
package dev.signet.scanner.detect;

import org.jspecify.annotations.NullMarked;
