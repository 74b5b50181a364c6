/**
 * Signing in and out by a browser: authorization code with PKCE, as a confidential client (RFC
 * 6749, RFC 7636, RFC 9207, OpenID Connect Core). Entry type: {@link
 * dev.signet.chat.http.login.LoginRoutes}.
 */
@NullMarked
package dev.signet.chat.http.login;

import org.jspecify.annotations.NullMarked;
