package dev.signet.authority.client;

import dev.signet.authority.audit.AuditTransaction;

/** A unit of work on clients. */
public interface ClientTransaction extends AuditTransaction {

    ClientTable clients();
}
