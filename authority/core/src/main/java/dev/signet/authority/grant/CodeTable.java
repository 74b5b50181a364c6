package dev.signet.authority.grant;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;

/** Where authorization codes are kept. */
public interface CodeTable {

    void add(StoredCode code);

    Optional<StoredCode> find(CredentialHash hash);

    /** Notes the one use; false, and nothing is changed, when it was used before. */
    boolean spend(CredentialHash hash);

    /** Forgets at most {@code max} codes that expired before then. */
    int purge(Instant before, int max);
}
