/**
 * Access tokens (RFC 9068): how they are made and the one pipeline that judges them. Entry type:
 * {@link dev.signet.token.access.TokenValidator}.
 */
@NullMarked
package dev.signet.token.access;

import org.jspecify.annotations.NullMarked;
