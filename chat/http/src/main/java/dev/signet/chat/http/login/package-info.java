/**
 * Who calls, by bearer token or by a browser's cookie, and how browsers sign in and out:
 * authorization code with PKCE as a confidential client; the tokens never leave the server (RFC
 * 6749, RFC 6750, RFC 7636, RFC 9207, OpenID ConnectOutcome Core). Entry type: {@link
 * dev.signet.chat.http.login.LoginRoutes}.
 */
@NullMarked
package dev.signet.chat.http.login;

import org.jspecify.annotations.NullMarked;
