/**
 * What the authority's own tokens are: signed access and id tokens for people and services, tickets
 * for one connection, and the verdict on a token that somebody asks about (RFC 9068, RFC 7662).
 * Entry type: {@link dev.signet.authority.token.Issuance}; beside it stand {@link
 * dev.signet.authority.token.Tickets} and {@link dev.signet.authority.token.Validation}.
 */
@NullMarked
package dev.signet.authority.token;

import org.jspecify.annotations.NullMarked;
