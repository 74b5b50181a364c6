package dev.signet.authority.audit;

import dev.signet.authority.store.Transaction;

/** A unit of work that leaves a trace. */
public interface AuditTransaction extends Transaction {

    AuditTable audit();
}
