package dev.signet.authority.limit;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;

/** Where failed logins are counted. */
public interface LockoutTable {

    Optional<Lockout> find(CredentialHash key);

    /** Adds it, or replaces the one of the same key. */
    void put(Lockout lockout);

    void clear(CredentialHash key);

    /** Forgets at most {@code max} whose last failure was before then. */
    int purge(Instant before, int max);
}
