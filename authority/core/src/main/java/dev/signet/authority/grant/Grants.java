package dev.signet.authority.grant;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.issue.Issuance;
import dev.signet.authority.issue.TokenSet;
import dev.signet.authority.issue.UserGrant;
import dev.signet.authority.login.Login;
import dev.signet.authority.login.SessionHolder;
import dev.signet.authority.refresh.Refresh;
import dev.signet.authority.refresh.RefreshAttempt;
import dev.signet.authority.refresh.RefreshTokens;
import dev.signet.authority.refresh.RefreshTokens.FirstToken;
import dev.signet.token.access.IssuedToken;
import java.util.Optional;
import java.util.Set;

/** Turns a good login, code, refresh token or client into tokens. Safe for many threads. */
public final class Grants {

    private final CodeRedemptions codes;
    private final RefreshTokens refreshTokens;
    private final Issuance issuance;

    public Grants(CodeRedemptions codes, RefreshTokens refreshTokens, Issuance issuance) {
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.issuance = issuance;
    }

    /**
     * Who signs in by that client at the authority's own endpoints holds a refresh token, if the
     * client may refresh.
     */
    public SessionHolder holder(Client client) {
        Scopes scopes = client.scopes().allowed();
        return client.may(GrantType.FIRST_PARTY_LOGIN) && mayRefresh(client, scopes)
                ? (tx, session, _) -> {
                    FirstToken first = refreshTokens.first(session, client.id(), scopes);
                    refreshTokens.begin(tx, first, session);
                    return Optional.of(first.token());
                }
                : (_, _, _) -> Optional.empty();
    }

    /**
     * Tokens for a person who has just signed in at the authority's own endpoints.
     *
     * @param login held by {@link #holder} of that client
     * @param client one that {@linkplain GrantType#FIRST_PARTY_LOGIN may sign people in}; it asks
     *     for all that it may
     */
    public Grant afterLogin(Login.Accepted login, Client client) {
        if (!client.may(GrantType.FIRST_PARTY_LOGIN)) {
            return refused(Grant.Error.UNAUTHORIZED_CLIENT, "not a first-party client");
        }
        var grant =
                new UserGrant(
                        login.account(),
                        login.session(),
                        client.id(),
                        client.scopes().allowed(),
                        Optional.empty());
        return issued(grant, login.held(), Optional.empty());
    }

    /** Exchanges a code; its second use ends the session (RFC 9700 §4.5). */
    public Grant exchange(CodeExchange exchange, Client client, Caller by) {
        requireSame(exchange.clientId(), client);
        if (!client.may(GrantType.AUTHORIZATION_CODE)) {
            return refused(Grant.Error.UNAUTHORIZED_CLIENT, "not a client for codes");
        }
        return switch (codes.redeem(exchange, client, by)) {
            case CodeRedemption.Redeemed(var grant, var first, var nonce) ->
                    issued(grant, first.map(FirstToken::token), nonce);
            case CodeRedemption.Refused(var cause) ->
                    refused(Grant.Error.INVALID_GRANT, cause.description());
            case CodeRedemption.Replayed _ ->
                    refused(Grant.Error.INVALID_GRANT, "code: was used before");
        };
    }

    /** Exchanges a refresh token for its successor and a new access token. */
    public Grant refresh(RefreshAttempt attempt, Client client, Caller by) {
        requireSame(attempt.clientId(), client);
        if (!client.may(GrantType.REFRESH_TOKEN)) {
            return refused(Grant.Error.UNAUTHORIZED_CLIENT, "not a client that may refresh");
        }
        return switch (refreshTokens.redeem(attempt.from(client, by), by)) {
            case Refresh.Rotated rotated -> issued(rotated, attempt, client);
            case Refresh.Replayed _ ->
                    refused(Grant.Error.INVALID_GRANT, "refresh token: was used before");
            case Refresh.Refused(var cause) -> refused(cause);
        };
    }

    private static void requireSame(String clientId, Client client) {
        if (!clientId.equals(client.id())) {
            throw new IllegalArgumentException("grant: asked for by another client");
        }
    }

    private static Grant refused(Refresh.Cause cause) {
        return switch (cause) {
            case INVALID_SCOPE ->
                    refused(Grant.Error.INVALID_SCOPE, "scope: more than was granted");
            case INACTIVE_SUBJECT -> refused(Grant.Error.INVALID_GRANT, "the account is disabled");
            case UNKNOWN, EXPIRED, REVOKED, WRONG_CLIENT, WRONG_KEY ->
                    refused(
                            Grant.Error.INVALID_GRANT,
                            "refresh token: unknown, expired or revoked");
        };
    }

    /** What the client may ask for no more, its login has no more either. */
    private Grant issued(Refresh.Rotated rotated, RefreshAttempt attempt, Client client) {
        var grant =
                new UserGrant(
                        rotated.account(),
                        rotated.session(),
                        rotated.family().clientId(),
                        rotated.scopes().only(client.scopes().allowed().values()),
                        attempt.keyThumbprint());
        return issued(grant, Optional.of(rotated.next()), Optional.empty());
    }

    private Grant issued(UserGrant grant, Optional<Credential> refresh, Optional<String> nonce) {
        Optional<IssuedToken> access = issuance.access(grant);
        if (access.isEmpty()) {
            return refused(Grant.Error.INVALID_GRANT, "the login has reached its absolute end");
        }
        Optional<IssuedToken> id =
                grant.scopes().contains("openid")
                        ? Optional.of(issuance.id(grant, access.get(), nonce))
                        : Optional.empty();
        return new Grant.Issued(
                new TokenSet(
                        access.get(),
                        refresh,
                        id,
                        grant.scopes(),
                        grant.account(),
                        grant.session().id(),
                        grant.keyThumbprint().isPresent()));
    }

    /**
     * A token for a service in its own name; answers from memory.
     *
     * @param client authenticated before
     * @param scope the parameter; empty for all that the client may have
     * @param audience the audience that is asked for; empty for all of the client's
     */
    public ServiceGrant clientCredentials(
            Client client, Optional<String> scope, Optional<String> audience) {
        if (!client.may(GrantType.CLIENT_CREDENTIALS)) {
            return new ServiceGrant.Refused(
                    Grant.Error.UNAUTHORIZED_CLIENT, "not a client with a name of its own");
        }
        Optional<Scopes> scopes = GrantedScopes.ofService(scope, client);
        if (scopes.isEmpty()) {
            return new ServiceGrant.Refused(
                    Grant.Error.INVALID_SCOPE, "scope: more than the client may ask");
        }
        Set<String> audiences = audiences(client, audience);
        if (audiences.isEmpty()) {
            return new ServiceGrant.Refused(
                    Grant.Error.INVALID_TARGET, "audience: not one of the client's");
        }
        return new ServiceGrant.Issued(
                issuance.service(client, audiences, scopes.get()), scopes.get());
    }

    private Set<String> audiences(Client client, Optional<String> audience) {
        Set<String> all = issuance.audiences(client);
        return audience.map(one -> all.contains(one) ? Set.of(one) : Set.<String>of()).orElse(all);
    }

    static boolean mayRefresh(Client client, Scopes scopes) {
        return client.may(GrantType.REFRESH_TOKEN) && scopes.contains("offline_access");
    }

    private static Grant refused(Grant.Error error, String description) {
        return new Grant.Refused(error, description);
    }
}
