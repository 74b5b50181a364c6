package dev.signet.authority.limit;

import dev.signet.authority.store.Transaction;

/** A unit of work that counts failures. */
public interface LockoutTransaction extends Transaction {

    LockoutTable lockouts();
}
