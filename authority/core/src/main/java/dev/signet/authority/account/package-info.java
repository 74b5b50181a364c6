/**
 * People's accounts: registration, state, e-mail address and password reset. Entry type: {@link
 * dev.signet.authority.account.Accounts}.
 */
@NullMarked
package dev.signet.authority.account;

import org.jspecify.annotations.NullMarked;
