/**
 * Locks that grow with each failed login, for addresses with and without an account alike. Entry
 * type: {@link dev.signet.authority.lockout.Lockouts}.
 */
@NullMarked
package dev.signet.authority.lockout;

import org.jspecify.annotations.NullMarked;
