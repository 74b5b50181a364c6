/**
 * People's accounts: registration, state, e-mail address, password reset, and the mails that these
 * need. Entry type: {@link dev.signet.authority.account.Accounts}.
 */
@NullMarked
package dev.signet.authority.account;

import org.jspecify.annotations.NullMarked;
