/**
 * Every bound of the authority, and what slows attackers down: rates, and locks that grow with each
 * failed login, for addresses with and without an account alike. Entry type: {@link
 * dev.signet.authority.limit.AuthorityLimits}.
 */
@NullMarked
package dev.signet.authority.limit;

import org.jspecify.annotations.NullMarked;
