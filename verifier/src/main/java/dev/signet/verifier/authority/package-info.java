/**
 * How the authority is reached over HTTP, as whom and within which bounds; made for the packages
 * beside it, not for users, except {@link dev.signet.verifier.authority.ServiceCredential} and
 * {@link dev.signet.verifier.authority.VerifierLimits}. Entry type: {@link
 * dev.signet.verifier.authority.AuthorityHttp}. RFC 6749 §4.4, RFC 6750, RFC 9110.
 */
@NullMarked
package dev.signet.verifier.authority;

import org.jspecify.annotations.NullMarked;
