/**
 * The authority's public keys, as this verifier knows them (RFC 7517). Entry type: {@link
 * dev.signet.verifier.key.AuthorityKeys}.
 */
@NullMarked
package dev.signet.verifier.key;

import org.jspecify.annotations.NullMarked;
