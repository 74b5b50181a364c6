package dev.signet.authority.settings;

import dev.signet.token.access.Environment;
import dev.signet.token.access.TokenProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * The decisions that all parts of the authority share.
 *
 * @param issuer the public base address, without a path, query or fragment
 * @param leeway how far clocks may differ when a token is judged, 0 to {@link
 *     TokenProfile#LEEWAY_MAX}
 */
public record AuthoritySettings(
        URI issuer,
        Environment environment,
        Lifetimes lifetimes,
        Rates rates,
        PasswordLengths passwords,
        Audiences audiences,
        Duration leeway) {

    /** The client in whose name the authority's own endpoints and pages sign people in. */
    public static final String FIRST_PARTY_CLIENT = "signet";

    /** What every registered user may do. */
    public static final Set<String> DEFAULT_PERMISSIONS = Set.of("chat:use", "sessions:revoke");

    public AuthoritySettings {
        String path = issuer.getPath();
        boolean bare = path == null || path.isEmpty();
        if (!issuer.isAbsolute() || issuer.getHost() == null || !bare) {
            throw new IllegalArgumentException("issuer: a base address without a path");
        }
        if (issuer.getQuery() != null || issuer.getFragment() != null) {
            throw new IllegalArgumentException("issuer: no query and no fragment");
        }
        if (leeway.isNegative() || leeway.compareTo(TokenProfile.LEEWAY_MAX) > 0) {
            throw new IllegalArgumentException("leeway: 0 to 60 s");
        }
    }

    /** The usual decisions for an environment. */
    public static AuthoritySettings of(URI issuer, Environment environment) {
        return new AuthoritySettings(
                issuer,
                environment,
                Lifetimes.of(environment),
                Rates.standard(),
                PasswordLengths.standard(),
                Audiences.standard(),
                TokenProfile.LEEWAY);
    }

    /** The same with other lifetimes. */
    public AuthoritySettings with(Lifetimes lifetimes) {
        return new AuthoritySettings(
                issuer, environment, lifetimes, rates, passwords, audiences, leeway);
    }

    /** The same with other rates. */
    public AuthoritySettings with(Rates rates) {
        return new AuthoritySettings(
                issuer, environment, lifetimes, rates, passwords, audiences, leeway);
    }

    /** The same with passwords of other lengths. */
    public AuthoritySettings with(PasswordLengths passwords) {
        return new AuthoritySettings(
                issuer, environment, lifetimes, rates, passwords, audiences, leeway);
    }

    /** The same with other audiences. */
    public AuthoritySettings with(Audiences audiences) {
        return new AuthoritySettings(
                issuer, environment, lifetimes, rates, passwords, audiences, leeway);
    }

    /** The same with another leeway. */
    public AuthoritySettings withLeeway(Duration leeway) {
        return new AuthoritySettings(
                issuer, environment, lifetimes, rates, passwords, audiences, leeway);
    }
}
