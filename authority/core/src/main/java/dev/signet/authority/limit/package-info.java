/**
 * Every bound of the authority, and the buckets that slow attackers down. Entry type: {@link
 * dev.signet.authority.limit.AuthorityLimits}.
 */
@NullMarked
package dev.signet.authority.limit;

import org.jspecify.annotations.NullMarked;
