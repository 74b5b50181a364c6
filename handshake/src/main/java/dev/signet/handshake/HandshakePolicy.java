package dev.signet.handshake;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a server admits at the handshake. {@link #strict} refuses everything that is optional; each
 * loosening is named where it is made.
 *
 * @param environment {@code development}, {@code test}, {@code staging} or {@code production}
 * @param allowedOrigins the pages that may open a socket, each exactly as a browser writes it (RFC
 *     6454 §6.2), e.g. {@code https://app.example}; empty means that no page may. Clients that send
 *     no {@code Origin} are not browsers and are not held to it
 * @param loosenings what is admitted beyond the strict rules
 * @param testIssuer the issuer ({@code iss}) of test identities; only in development and test
 */
public record HandshakePolicy(
        String environment,
        Set<String> allowedOrigins,
        Set<Loosening> loosenings,
        Optional<String> testIssuer,
        HandshakeLimits limits) {

    private static final Set<String> ENVIRONMENTS =
            Set.of("development", "test", "staging", "production");
    private static final Set<String> TESTING = Set.of("development", "test");
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "[a-z][a-z0-9+.-]*://(?:[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?");
    private static final Pattern DEFAULT_PORT = Pattern.compile("http://.*:80|https://.*:443");

    /** Something that the strict rules refuse. */
    public enum Loosening {
        /** Requests that did not come over TLS: for a local machine, never for a network. */
        PLAINTEXT,
        /** Tokens in URLs, which end up in the logs of every proxy on the way. */
        QUERY_TOKENS,
        /** Sockets without a credential, for as long as {@link HandshakeLimits#firstMessage}. */
        FIRST_MESSAGE,
        /**
         * Selecting the entry that carries a credential, and so sending it back, when a browser's
         * client offers nothing else and would drop the connection otherwise.
         */
        LEGACY_ECHO
    }

    public HandshakePolicy {
        if (!ENVIRONMENTS.contains(environment)) {
            throw new IllegalArgumentException(
                    "environment: development, test, staging or production, not " + environment);
        }
        if (testIssuer.isPresent() && !TESTING.contains(environment)) {
            throw new IllegalArgumentException(
                    "testIssuer: test identities exist only in development and test;"
                            + " remove the setting from "
                            + environment);
        }
        if (testIssuer.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("testIssuer: must not be blank");
        }
        allowedOrigins = Set.copyOf(allowedOrigins);
        allowedOrigins.forEach(HandshakePolicy::requireOrigin);
        loosenings = Set.copyOf(loosenings);
    }

    /** TLS only, no page, no token in URLs, no socket without a credential, no test identity. */
    public static HandshakePolicy strict(String environment) {
        return new HandshakePolicy(
                environment, Set.of(), Set.of(), Optional.empty(), HandshakeLimits.STANDARD);
    }

    /** Admits exactly these pages. */
    public HandshakePolicy allowOrigins(Set<String> origins) {
        return new HandshakePolicy(environment, origins, loosenings, testIssuer, limits);
    }

    /** Admits that beside what is admitted already. */
    public HandshakePolicy allow(Loosening loosening) {
        Set<Loosening> more = EnumSet.of(loosening);
        more.addAll(loosenings);
        return new HandshakePolicy(environment, allowedOrigins, more, testIssuer, limits);
    }

    /**
     * Takes identities of that issuer for test identities.
     *
     * @throws IllegalArgumentException in staging and production
     */
    public HandshakePolicy allowTestIssuer(String issuer) {
        return new HandshakePolicy(
                environment, allowedOrigins, loosenings, Optional.of(issuer), limits);
    }

    /** The same rules within other bounds. */
    public HandshakePolicy within(HandshakeLimits other) {
        return new HandshakePolicy(environment, allowedOrigins, loosenings, testIssuer, other);
    }

    /** Whether that is admitted. */
    public boolean allows(Loosening loosening) {
        return loosenings.contains(loosening);
    }

    private static void requireOrigin(String origin) {
        if (!ORIGIN.matcher(origin).matches() || DEFAULT_PORT.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "allowedOrigins: write it as a browser does, scheme://host[:port] in lower"
                            + " case, without path, wildcard or default port, not "
                            + origin);
        }
    }
}
