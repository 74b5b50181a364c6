/**
 * From a person's or a service's right to tokens: login with a password, authorization code with
 * PKCE, refresh, client credentials (RFC 6749, RFC 7636, RFC 9700). Entry type: {@link
 * dev.signet.authority.grant.Grants}.
 */
@NullMarked
package dev.signet.authority.grant;

import org.jspecify.annotations.NullMarked;
