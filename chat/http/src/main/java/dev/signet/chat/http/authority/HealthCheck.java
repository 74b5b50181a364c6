package dev.signet.chat.http.authority;

import dev.signet.chat.platform.PlatformHealth;
import dev.signet.chat.platform.PlatformHealth.Part;
import dev.signet.chat.platform.PlatformHealth.State;
import dev.signet.verifier.Freshness;
import dev.signet.verifier.VerifierStatus;
import dev.signet.verifier.authority.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Measures how the platform is: a timed call of the authority, and what the verifier knows. */
record HealthCheck(
        AuthorityCalls calls,
        AuthorityEndpoints endpoints,
        Supplier<VerifierStatus> verifier,
        InstantSource clock) {

    private static final Duration SLOW = Duration.ofSeconds(1);

    PlatformHealth measure() throws InterruptedException {
        VerifierStatus status = verifier.get();
        return new PlatformHealth(List.of(authority(), feed(status), keys(status)));
    }

    private Part authority() throws InterruptedException {
        Instant begin = clock.instant();
        Answer answer = calls.get(endpoints.discovery());
        Duration took = Duration.between(begin, clock.instant());
        if (!(answer instanceof Answer.Received received)) {
            return new Part("authority", State.DOWN, "does not answer");
        }
        if (received.status() != 200) {
            return new Part(
                    "authority", State.DEGRADED, "answers with status " + received.status());
        }
        State state = took.compareTo(SLOW) > 0 ? State.DEGRADED : State.UP;
        return new Part("authority", state, "answered in " + took.toMillis() + " ms");
    }

    private static Part feed(VerifierStatus status) {
        String age =
                status.feedAge()
                        .map(since -> "as of " + since.toMillis() + " ms ago")
                        .orElse("nothing heard yet");
        State state =
                switch (status.freshness()) {
                    case FRESH -> State.UP;
                    case STARTING -> State.DEGRADED;
                    case STALE -> State.DOWN;
                };
        return new Part("revocation feed", state, age + ", event " + status.lastSeq());
    }

    private static Part keys(VerifierStatus status) {
        int keys = status.keyIds().size();
        boolean ready = keys > 0 && status.freshness() == Freshness.FRESH;
        State state = keys == 0 ? State.DOWN : ready ? State.UP : State.DEGRADED;
        return new Part("token verifier", state, keys + (keys == 1 ? " key" : " keys") + " known");
    }
}
