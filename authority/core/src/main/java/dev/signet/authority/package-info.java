/**
 * The only place that issues, validates and revokes tokens, without HTTP, SQL or a clock of its
 * own. Entry type: {@link dev.signet.authority.Authority}.
 */
@NullMarked
package dev.signet.authority;

import org.jspecify.annotations.NullMarked;
