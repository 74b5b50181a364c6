/**
 * How the authority is reached over HTTP, as whom and within which bounds. A service that asks the
 * authority more than its verifier does may use the same client: {@link
 * dev.signet.verifier.authority.Call} says what is asked and {@link
 * dev.signet.verifier.authority.Answer} what became of it. Entry type: {@link
 * dev.signet.verifier.authority.AuthorityHttp}. RFC 6749 §2.3.1, §4.4, RFC 6750, RFC 9110.
 */
@NullMarked
package dev.signet.verifier.authority;

import org.jspecify.annotations.NullMarked;
