package dev.signet.token.key;

import dev.signet.token.verdict.Verdict;

/** Where the key to a {@code kid} comes from; safe for many threads. */
public interface KeySource {

    /** Looks the key up; may wait within the source's own bound. */
    Lookup find(String kid);

    /** What a key source knows of one {@code kid}. */
    sealed interface Lookup {
        /** The key, good for verification now. */
        record Found(VerificationKey key) implements Lookup {}

        /** The issuer has no such key. */
        record Unknown() implements Lookup {}

        /** The issuer withdrew the key. */
        record Revoked() implements Lookup {}

        /** Whether there is such a key could not be found out. */
        record Unavailable(Verdict.Cause cause) implements Lookup {}
    }
}
