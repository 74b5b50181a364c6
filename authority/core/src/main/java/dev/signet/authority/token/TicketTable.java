package dev.signet.authority.token;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;

/** Where tickets are kept. */
public interface TicketTable {

    void add(StoredTicket ticket);

    Optional<StoredTicket> find(CredentialHash hash);

    /** Notes the one use; false, and nothing is changed, when it was used before. */
    boolean spend(CredentialHash hash);

    /** Forgets at most {@code max} tickets that expired before then. */
    int purge(Instant before, int max);
}
