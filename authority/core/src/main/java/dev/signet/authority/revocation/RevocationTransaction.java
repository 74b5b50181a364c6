package dev.signet.authority.revocation;

import dev.signet.authority.audit.AuditTransaction;

/** A unit of work that may revoke. */
public interface RevocationTransaction extends AuditTransaction {

    RevocationTable revocations();

    FeedTable feed();
}
