package dev.signet.authority.settings;

import java.net.URI;
import java.util.Set;

/**
 * The decisions that all parts of the authority share.
 *
 * @param issuer the public base address, without a path, query or fragment
 * @param firstPartyClient the client in whose name {@code /auth/login} and the pages act
 */
public record AuthoritySettings(
        URI issuer,
        Environment environment,
        Lifetimes lifetimes,
        Rates rates,
        String firstPartyClient) {

    /** The audience of user access tokens. */
    public static final String USER_AUDIENCE = "signet-platform";

    /** The audience of service access tokens. */
    public static final String SERVICE_AUDIENCE = "signet-services";

    /** What a user is granted when the client asks for nothing. */
    public static final Set<String> DEFAULT_SCOPES =
            Set.of("openid", "profile", "email", "offline_access");

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
    }

    /** The usual decisions for an environment. */
    public static AuthoritySettings of(URI issuer, Environment environment) {
        return new AuthoritySettings(
                issuer, environment, Lifetimes.of(environment), Rates.standard(), "signet");
    }

    /** The same with other lifetimes. */
    public AuthoritySettings with(Lifetimes lifetimes) {
        return new AuthoritySettings(issuer, environment, lifetimes, rates, firstPartyClient);
    }

    /** The same with other rates. */
    public AuthoritySettings with(Rates rates) {
        return new AuthoritySettings(issuer, environment, lifetimes, rates, firstPartyClient);
    }
}
