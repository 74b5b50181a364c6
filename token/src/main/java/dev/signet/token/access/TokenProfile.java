package dev.signet.token.access;

import dev.signet.token.jose.Algorithm;
import dev.signet.token.limit.TokenLimits;
import java.time.Duration;
import java.util.Set;

/**
 * What a token must say to be good here.
 *
 * @param issuer the one accepted {@code iss}, compared by code point
 * @param audiences at least one of these must stand in {@code aud}; not empty
 * @param environment the one accepted {@code env}
 * @param algorithms accepted algorithms; not empty
 * @param leeway how far clocks may differ, 0 to {@link #LEEWAY_MAX}
 * @param ageMax at most {@link #AGE_MAX}; how long after {@code iat} a token is {@code too_old},
 *     whatever its {@code exp}
 */
public record TokenProfile(
        String issuer,
        Set<String> audiences,
        String environment,
        Set<Algorithm> algorithms,
        Duration leeway,
        Duration ageMax) {

    /** What machines with NTP need, and some more. */
    public static final Duration LEEWAY = Duration.ofSeconds(30);

    public static final Duration LEEWAY_MAX = TokenLimits.LEEWAY_MAX;

    /** Longer than the longest life that the contracts give a token (120 minutes). */
    public static final Duration AGE_MAX = TokenLimits.AGE_MAX;

    public TokenProfile {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        if (issuer.isEmpty() || environment.isEmpty()) {
            throw new IllegalArgumentException(
                    "token profile: issuer and environment are required");
        }
        if (audiences.isEmpty() || algorithms.isEmpty()) {
            throw new IllegalArgumentException(
                    "token profile: at least one audience and one algorithm");
        }
        if (leeway.isNegative() || leeway.compareTo(LEEWAY_MAX) > 0) {
            throw new IllegalArgumentException("token profile: leeway is 0 to 60 s");
        }
        if (ageMax.isNegative() || ageMax.isZero() || ageMax.compareTo(AGE_MAX) > 0) {
            throw new IllegalArgumentException("token profile: the greatest age is up to 24 h");
        }
    }

    /** The strict profile: ES256 alone, 30 s leeway. */
    public static TokenProfile of(String issuer, Set<String> audiences, String environment) {
        return new TokenProfile(
                issuer, audiences, environment, Set.of(Algorithm.ES256), LEEWAY, AGE_MAX);
    }

    /** The same profile for clocks that differ that far. */
    public TokenProfile withLeeway(Duration other) {
        return new TokenProfile(issuer, audiences, environment, algorithms, other, ageMax);
    }

    /** The same profile that accepts those algorithms. */
    public TokenProfile withAlgorithms(Set<Algorithm> accepted) {
        return new TokenProfile(issuer, audiences, environment, accepted, leeway, ageMax);
    }
}
