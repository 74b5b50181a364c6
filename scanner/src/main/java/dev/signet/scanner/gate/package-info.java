/** Decides whether a tree may pass. Entry type: {@link dev.signet.scanner.gate.Gate}. */
@NullMarked
package dev.signet.scanner.gate;

import org.jspecify.annotations.NullMarked;
