/**
 * The strict outer form of a JWS (RFC 7515, RFC 8725): base64url, JSON and compact serialization
 * that accept one spelling only. Entry type: {@link dev.signet.token.jose.CompactJws}.
 */
@NullMarked
package dev.signet.token.jose;

import org.jspecify.annotations.NullMarked;
