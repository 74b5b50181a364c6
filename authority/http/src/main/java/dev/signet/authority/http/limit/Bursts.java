package dev.signet.authority.http.limit;

import dev.signet.authority.limit.AddressKey;
import dev.signet.authority.limit.RateLimiter;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Slows down, by network address, whoever asks often without a good credential. Safe for many
 * threads.
 */
public final class Bursts {

    private final RateLimiter byAddress;

    public Bursts(EndpointLimits limits, InstantSource clock) {
        this.byAddress = new RateLimiter(limits.burst(), clock);
    }

    /** Takes one request from the address; the refusal if that was one too many. */
    public Optional<Answer> refusal(Request request) {
        return byAddress
                .delay(AddressKey.of(request.address()))
                .map(after -> Answer.refusal(tooMany(after)));
    }

    /** The same route within the bound, for endpoints that anybody may call. */
    public Route.Exchange bounded(Route.Exchange route) {
        return route.with(
                request -> refusal(request).orElseGet(() -> route.endpoint().answer(request)));
    }

    private static Problem tooMany(Duration after) {
        long seconds = Math.max(1, after.plusMillis(999).toSeconds());
        return Problem.of(429, "too_many_requests", "Too many requests from this address.")
                .withAction("Try again after the time in Retry-After.")
                .withHeader("Retry-After", Long.toString(seconds));
    }
}
