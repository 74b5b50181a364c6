/**
 * Proof of possession at the application layer (RFC 9449). Entry type: {@link
 * dev.signet.token.dpop.DpopProofs}.
 */
@NullMarked
package dev.signet.token.dpop;

import org.jspecify.annotations.NullMarked;
