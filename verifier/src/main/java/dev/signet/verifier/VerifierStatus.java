package dev.signet.verifier;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a verifier is doing, for health endpoints.
 *
 * @param feedAge how old the knowledge of revocations is; empty before the first snapshot
 * @param epoch names the feed's numbering; empty before the first snapshot
 * @param lastSeq the last number taken in; 0 before the first snapshot
 * @param keyIds {@code kid}s of the keys that are good now
 * @param revocations how many are remembered
 * @param crypto the provider that computes signatures
 */
public record VerifierStatus(
        Freshness freshness,
        Optional<Duration> feedAge,
        Optional<String> epoch,
        long lastSeq,
        Set<String> keyIds,
        int revocations,
        String crypto) {

    public VerifierStatus {
        keyIds = Set.copyOf(keyIds);
    }

    /** Whether tokens can be judged without asking anybody. */
    public boolean isReady() {
        return freshness == Freshness.FRESH && !keyIds.isEmpty();
    }
}
