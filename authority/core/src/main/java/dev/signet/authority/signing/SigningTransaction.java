package dev.signet.authority.signing;

import dev.signet.authority.revocation.RevocationTransaction;

/** A unit of work on signing keys. */
public interface SigningTransaction extends RevocationTransaction {

    SigningKeyTable signingKeys();
}
