/**
 * The chat backend as a client of the authority, always in a user's own name (RFC 6749, RFC 6750).
 * Entry type: {@link dev.signet.chat.http.authority.AuthorityClient}.
 */
@NullMarked
package dev.signet.chat.http.authority;

import org.jspecify.annotations.NullMarked;
