/**
 * The authority's public endpoints: parse, call the core, answer. Entry type: {@link
 * dev.signet.authority.http.AuthorityRoutes}.
 */
@NullMarked
package dev.signet.authority.http;

import org.jspecify.annotations.NullMarked;
