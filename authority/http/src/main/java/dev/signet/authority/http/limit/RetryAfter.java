package dev.signet.authority.http.limit;

import java.time.Duration;

/** The header that tells when to try again (RFC 9110 §10.2.3). */
public final class RetryAfter {

    public static final String NAME = "Retry-After";

    /** When it is worth to ask for a password's hash again. */
    public static final Duration OVERLOADED = Duration.ofSeconds(2);

    private RetryAfter() {}

    /** The header's value: whole seconds, never too early, at least one. */
    public static String value(Duration after) {
        return Long.toString(Math.max(1, after.plusNanos(999_999_999).toSeconds()));
    }
}
