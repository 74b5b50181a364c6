package dev.signet.authority.refresh;

import dev.signet.authority.account.AccountTransaction;

/** A unit of work on refresh tokens. */
public interface RefreshTransaction extends AccountTransaction {

    RefreshTable refreshTokens();
}
