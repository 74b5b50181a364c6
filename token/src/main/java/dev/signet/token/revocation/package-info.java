/**
 * What has been revoked, by jti, sid, subject and kid, never by a token's spelling. Entry type:
 * {@link dev.signet.token.revocation.RevocationState}.
 */
@NullMarked
package dev.signet.token.revocation;

import org.jspecify.annotations.NullMarked;
