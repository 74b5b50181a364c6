package dev.signet.verifier;

import dev.signet.token.revocation.RevocationEvent;

/**
 * Learns of revocations, so that sockets, streams and runs can end with the login that they came
 * of. Called by one thread, one call after the other, after the event is in force. May take its
 * time, but the others wait meanwhile.
 */
public interface RevocationListener {

    /**
     * One event, once or several times: all events of a snapshot come again. {@code KeyActivated}
     * comes too and revokes nothing.
     */
    void onRevocation(RevocationEvent event);

    /**
     * Listeners were so slow that events had to be dropped: everything that is open must be judged
     * again by {@link Verifier#verifyAgain}.
     */
    void onMissedRevocations();

    /**
     * The feed became fresh or stale. On {@link Freshness#STALE} the contract for open sockets is
     * to close them with 1013.
     */
    void onFreshness(Freshness freshness);

    /** Ends the listening; again: no effect. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
