/**
 * What a service embeds to learn whether a token is good: it asks the authority's keys and its feed
 * of revocations, both kept in memory, and can sign nothing (RFC 6750, RFC 9068). Entry type:
 * {@link dev.signet.verifier.Verifier}.
 */
@NullMarked
package dev.signet.verifier;

import org.jspecify.annotations.NullMarked;
