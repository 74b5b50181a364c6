package dev.signet.authority.settings;

import java.net.URI;
import java.util.Set;

/**
 * The decisions that all parts of the authority share.
 *
 * @param issuer the public base address, without a path, query or fragment
 * @param audiences for whom services may get tokens, beside {@value #USER_AUDIENCE} and {@value
 *     #SERVICE_AUDIENCE}, which are always there
 */
public record AuthoritySettings(
        URI issuer,
        Environment environment,
        Lifetimes lifetimes,
        Rates rates,
        PasswordLengths passwords,
        Set<String> audiences) {

    /** The audience of user access tokens. */
    public static final String USER_AUDIENCE = "signet-platform";

    /** The audience of service access tokens. */
    public static final String SERVICE_AUDIENCE = "signet-services";

    /** The client in whose name the authority's own endpoints and pages sign people in. */
    public static final String FIRST_PARTY_CLIENT = "signet";

    /** What a user is granted when the client asks for nothing. */
    public static final Set<String> DEFAULT_SCOPES =
            Set.of("openid", "profile", "email", "offline_access");

    /** What every registered user may do. */
    public static final Set<String> DEFAULT_PERMISSIONS = Set.of("chat:use", "sessions:revoke");

    private static final int AUDIENCES_MAX = 64;

    public AuthoritySettings {
        audiences = Set.copyOf(audiences);
        String path = issuer.getPath();
        boolean bare = path == null || path.isEmpty();
        if (!issuer.isAbsolute() || issuer.getHost() == null || !bare) {
            throw new IllegalArgumentException("issuer: a base address without a path");
        }
        if (issuer.getQuery() != null || issuer.getFragment() != null) {
            throw new IllegalArgumentException("issuer: no query and no fragment");
        }
        if (audiences.size() > AUDIENCES_MAX) {
            throw new IllegalArgumentException("audiences: at most " + AUDIENCES_MAX);
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
                Set.of());
    }

    /** The same with other lifetimes. */
    public AuthoritySettings with(Lifetimes lifetimes) {
        return new AuthoritySettings(issuer, environment, lifetimes, rates, passwords, audiences);
    }

    /** The same with other rates. */
    public AuthoritySettings with(Rates rates) {
        return new AuthoritySettings(issuer, environment, lifetimes, rates, passwords, audiences);
    }

    /** The same with passwords of other lengths. */
    public AuthoritySettings with(PasswordLengths passwords) {
        return new AuthoritySettings(issuer, environment, lifetimes, rates, passwords, audiences);
    }

    /** The same with further audiences. */
    public AuthoritySettings withAudiences(Set<String> further) {
        return new AuthoritySettings(issuer, environment, lifetimes, rates, passwords, further);
    }
}
