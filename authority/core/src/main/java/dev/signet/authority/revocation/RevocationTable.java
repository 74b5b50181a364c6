package dev.signet.authority.revocation;

import dev.signet.token.revocation.RevocationEvent;
import java.time.Instant;
import java.util.List;

/** What is revoked and could still matter. */
public interface RevocationTable {

    /**
     * Adds a revocation, or prolongs and moves forward the one of the same token, session or
     * subject.
     */
    void put(RevocationEvent event);

    /** Everything that must still be remembered at that time; revoked keys always. */
    List<RevocationEvent> live(Instant now);

    /** Forgets at most {@code max} revocations that were only needed until before then. */
    int purge(Instant before, int max);
}
