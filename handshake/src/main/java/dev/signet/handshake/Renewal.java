package dev.signet.handshake;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;

/** What became of an {@code auth.renew}. */
public sealed interface Renewal {

    /** The socket lives on until then; answer {@code auth.renewed}. */
    record Renewed(Identity identity, Instant expiresAt) implements Renewal {}

    /**
     * The new credential could not be checked. The socket keeps its present end; tell the client
     * that the fault is ours and to try again.
     *
     * @param expiresAt the present end
     * @param retryAfter how long to wait before the next try
     */
    record Postponed(Verdict.Cause cause, Instant expiresAt, Duration retryAfter)
            implements Renewal {}

    /** The socket ends instead. */
    record Refused(SocketAction.Close close) implements Renewal {}

    /** The socket had ended before; there is nothing to do. */
    record Over() implements Renewal {}
}
