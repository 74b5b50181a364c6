package dev.signet.authority.account;

import dev.signet.authority.limit.LockoutTransaction;
import dev.signet.authority.session.SessionTransaction;

/** A unit of work on accounts. */
public interface AccountTransaction extends SessionTransaction, LockoutTransaction {

    AccountTable accounts();

    MailCodeTable mailCodes();
}
