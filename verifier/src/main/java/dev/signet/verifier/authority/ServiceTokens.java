package dev.signet.verifier.authority;

import dev.signet.verifier.authority.Answer.Why;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests in the name of this service: gets an access token by the client credentials grant (RFC
 * 6749 §4.4), keeps it until shortly before its end and gets another when the authority refuses it.
 * Safe for many threads.
 */
public final class ServiceTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTokens.class);
    private static final Answer NO_TOKEN = new Answer.Failed(Why.UNAUTHENTICATED);
    private static final String FORM = "grant_type=client_credentials";

    private final AuthorityHttp http;
    private final AuthorityAddress address;
    private final ServiceCredential credential;
    private final VerifierLimits limits;
    private final Ticks ticks;
    private final Ticks waiting = Ticks.system();
    private final Backoff backoff;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Kept> kept = Optional.empty();
    private long nextAttempt;

    private record Kept(ServiceToken token, long renewAt) {}

    /**
     * @param machine measures the token's life and spreads the attempts of many verifiers
     */
    public ServiceTokens(
            AuthorityHttp http,
            AuthorityAddress address,
            ServiceCredential credential,
            VerifierLimits limits,
            Machine machine) {
        this.http = http;
        this.address = address;
        this.credential = credential;
        this.limits = limits;
        this.ticks = machine.ticks();
        this.backoff = new Backoff(limits.pauseMin(), limits.pauseMax(), machine.random());
        this.nextAttempt = waiting.nanos();
    }

    /**
     * Sends a request as this service; a refused service token is replaced once. All of it together
     * takes no longer than the call may.
     */
    public Answer send(Call call) {
        Deadline deadline = Deadline.in(call.timeout(), waiting);
        Optional<ServiceToken> token = current(deadline);
        if (token.isEmpty()) {
            return NO_TOKEN;
        }
        Answer answer = http.send(call.as(token.get()).within(deadline.left()));
        if (!isRefused(answer)) {
            return answer;
        }
        forget(token.get());
        return current(deadline)
                .map(fresh -> http.send(call.as(fresh).within(deadline.left())))
                .orElse(NO_TOKEN);
    }

    /** Also 403: what the client was given meanwhile stands in a new token alone. */
    private static boolean isRefused(Answer answer) {
        return answer instanceof Answer.Received received
                && (received.status() == 401 || received.status() == 403);
    }

    private Optional<ServiceToken> current(Deadline deadline) {
        try {
            if (!lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return keptOrObtained(deadline);
        } finally {
            lock.unlock();
        }
    }

    private Optional<ServiceToken> keptOrObtained(Deadline deadline) {
        long now = ticks.nanos();
        if (kept.isPresent() && now - kept.get().renewAt() < 0) {
            return kept.map(Kept::token);
        }
        return waiting.nanos() - nextAttempt < 0 ? Optional.empty() : obtain(now, deadline);
    }

    private Optional<ServiceToken> obtain(long now, Deadline deadline) {
        Answer answer =
                http.send(Call.postForm(address.token(), FORM, credential, deadline.left()));
        kept = read(answer, now);
        if (kept.isPresent()) {
            backoff.reset();
            nextAttempt = waiting.nanos() + limits.pauseMin().toNanos();
            return kept.map(Kept::token);
        }
        nextAttempt = waiting.nanos() + backoff.next().toNanos();
        LOG.warn("event=service_token_refused client={} answer={}", credential.clientId(), answer);
        return Optional.empty();
    }

    private static Optional<Kept> read(Answer answer, long now) {
        return answer instanceof Answer.Received received
                ? received.json().flatMap(members -> read(members, now))
                : Optional.empty();
    }

    private static Optional<Kept> read(Map<String, Object> members, long now) {
        if (!(members.get("access_token") instanceof String token)
                || !(members.get("token_type") instanceof String type)
                || !(members.get("expires_in") instanceof Long seconds)
                || !type.equalsIgnoreCase("Bearer")
                || seconds < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Kept(new ServiceToken(token), now + usableNanos(seconds)));
        } catch (IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private static long usableNanos(long seconds) {
        long life =
                Duration.ofSeconds(
                                Math.min(
                                        seconds, VerifierLimits.SERVICE_TOKEN_LIFE_MAX.toSeconds()))
                        .toNanos();
        return life - Math.min(life / 4, VerifierLimits.SERVICE_TOKEN_MARGIN.toNanos());
    }

    private void forget(ServiceToken refused) {
        lock.lock();
        try {
            kept = kept.filter(current -> !current.token().equals(refused));
        } finally {
            lock.unlock();
        }
    }
}
