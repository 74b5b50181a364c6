package dev.signet.authority.session;

import dev.signet.authority.revocation.RevocationTransaction;

/** A unit of work that begins or ends logins. */
public interface SessionTransaction extends RevocationTransaction {

    SessionTable sessions();
}
