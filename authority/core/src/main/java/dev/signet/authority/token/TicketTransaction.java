package dev.signet.authority.token;

import dev.signet.authority.account.AccountTransaction;

/** A unit of work on tickets. */
public interface TicketTransaction extends AccountTransaction {

    TicketTable tickets();
}
