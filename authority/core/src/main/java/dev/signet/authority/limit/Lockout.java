package dev.signet.authority.limit;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;

/**
 * How often logins with one e-mail address failed in a row.
 *
 * @param key the hash of the address, so that the table names nobody
 * @param lockedUntil in the past when there is no lock
 */
public record Lockout(
        CredentialHash key, int failures, Instant lastFailureAt, Instant lockedUntil) {

    public Lockout {
        if (failures < 0) {
            throw new IllegalArgumentException("lockout: failures < 0");
        }
    }
}
