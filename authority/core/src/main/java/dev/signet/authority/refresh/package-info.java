/**
 * Refresh tokens that rotate at each use (RFC 6749 §6, RFC 9700 §4.14.2). Entry type: {@link
 * dev.signet.authority.refresh.RefreshTokens}.
 */
@NullMarked
package dev.signet.authority.refresh;

import org.jspecify.annotations.NullMarked;
