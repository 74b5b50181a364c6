package dev.signet.verifier.feed;

import dev.signet.verifier.authority.Answer;
import dev.signet.verifier.authority.AuthorityAddress;
import dev.signet.verifier.authority.Call;
import dev.signet.verifier.authority.ServiceTokens;
import dev.signet.verifier.authority.VerifierLimits;
import java.util.Optional;
import java.util.Set;

/** The requests that the feed is made of, sent as this service. */
public final class FeedLine {

    private static final String JOSE = "application/jose";
    private static final String SNAPSHOT_NEEDED = "snapshot_needed";

    private final ServiceTokens service;
    private final AuthorityAddress address;
    private final VerifierLimits limits;

    public FeedLine(ServiceTokens service, AuthorityAddress address, VerifierLimits limits) {
        this.service = service;
        this.address = address;
        this.limits = limits;
    }

    /** The signed snapshot; empty when there is no usable answer. */
    Optional<String> snapshot() {
        Answer answer =
                service.send(
                        Call.get(
                                address.snapshot(),
                                JOSE,
                                VerifierLimits.SNAPSHOT_BYTES,
                                limits.snapshotTimeout()));
        return answer instanceof Answer.Received received && received.isOk(Set.of(JOSE))
                ? Optional.of(received.text())
                : Optional.empty();
    }

    /** Asks for everything after a place. */
    Answer connect(FeedPosition position) {
        return service.send(
                Call.stream(
                        address.feed(position.epoch(), position.seq()), limits.exchangeTimeout()));
    }

    /** Whether the authority cannot go on from the place that it was asked to. */
    static boolean asksForSnapshot(Answer answer) {
        return answer instanceof Answer.Received received
                && (received.status() == 409 || received.status() == 410)
                && received.problem()
                        .map(members -> SNAPSHOT_NEEDED.equals(members.get("code")))
                        .orElse(false);
    }
}
