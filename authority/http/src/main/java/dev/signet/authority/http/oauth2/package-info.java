/**
 * The standard endpoints: OAuth 2.0 (RFC 6749, 7009, 7636, 7662, 8414, 9207, 9449) and OpenID
 * Connect. Entry type: {@link dev.signet.authority.http.oauth2.OAuth2Routes}.
 */
@NullMarked
package dev.signet.authority.http.oauth2;

import org.jspecify.annotations.NullMarked;
