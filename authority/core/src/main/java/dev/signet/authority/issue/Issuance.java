package dev.signet.authority.issue;

import dev.signet.authority.account.Account;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.session.Session;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.token.access.AccessGrant;
import dev.signet.token.access.IdClaims;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.access.TokenIssuer;
import dev.signet.token.verdict.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a token says and how long it lives. Works from memory alone. Safe for many threads.
 */
public final class Issuance {

    /** {@code acr}: the person proved who they are by one factor. */
    static final String ONE_FACTOR = "urn:signet:acr:1";

    private final TokenIssuer issuer;
    private final AuthoritySettings settings;
    private final Lifetimes lifetimes;
    private final InstantSource clock;

    public Issuance(TokenIssuer issuer, AuthoritySettings settings, InstantSource clock) {
        this.issuer = issuer;
        this.settings = settings;
        this.lifetimes = settings.lifetimes();
        this.clock = clock;
    }

    /** An access token for a person; empty when the session's absolute end is here. */
    public Optional<IssuedToken> access(UserGrant grant) {
        return access(grant, absoluteEnd(grant.session()));
    }

    /** The same, which never outlives {@code end}; empty when less than a second is left. */
    public Optional<IssuedToken> access(UserGrant grant, Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        Duration life = left.compareTo(lifetimes.access()) < 0 ? left : lifetimes.access();
        if (life.toSeconds() < 1) {
            return Optional.empty();
        }
        return Optional.of(issuer.issue(accessGrant(grant, life)));
    }

    private AccessGrant accessGrant(UserGrant grant, Duration life) {
        Account account = grant.account();
        Session session = grant.session();
        return new AccessGrant(
                Identity.Kind.USER,
                account.id(),
                Set.of(settings.audiences().user()),
                grant.clientId(),
                Optional.of(session.id()),
                grant.scopes().values(),
                grant.permissions(),
                emailIfGranted(grant),
                Optional.of(session.authenticatedAt()),
                session.methods(),
                Optional.of(ONE_FACTOR),
                grant.keyThumbprint(),
                life);
    }

    /** The id token that goes with an access token (OpenID Connect Core §2). */
    public IssuedToken id(UserGrant grant, IssuedToken access, Optional<String> nonce) {
        Account account = grant.account();
        Session session = grant.session();
        boolean email = grant.scopes().contains("email");
        boolean profile = grant.scopes().contains("profile");
        return issuer.issue(
                new IdClaims(
                        account.id(),
                        grant.clientId(),
                        session.id(),
                        session.authenticatedAt(),
                        nonce,
                        emailIfGranted(grant),
                        email ? Optional.of(account.emailVerified()) : Optional.empty(),
                        profile ? Optional.of(account.name()) : Optional.empty(),
                        session.methods(),
                        access,
                        Duration.ofSeconds(access.expiresInSeconds())));
    }

    /** For whom a service gets tokens; those of the settings when the client names none. */
    public Set<String> audiences(Client client) {
        Set<String> own = client.service().audiences();
        return own.isEmpty() ? Set.of(settings.audiences().service()) : own;
    }

    /** An access token for a service in its own name (RFC 6749 §4.4). */
    public IssuedToken service(Client client, Set<String> audiences, Scopes scopes) {
        return issuer.issue(
                AccessGrant.service(
                        client.id(),
                        audiences,
                        scopes.values(),
                        scopes.limit(client.service().permissions()),
                        lifetimes.service()));
    }

    private Instant absoluteEnd(Session session) {
        return session.authenticatedAt().plus(lifetimes.refreshAbsolute());
    }

    private static Optional<String> emailIfGranted(UserGrant grant) {
        return grant.scopes().contains("email")
                ? Optional.of(grant.account().email().value())
                : Optional.empty();
    }
}
