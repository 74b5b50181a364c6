package dev.signet.authority.grant;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.Clients;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.credential.CredentialKind;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.grant.AuthorizationCheck.Accepted;
import dev.signet.authority.grant.AuthorizationCheck.Denied;
import dev.signet.authority.grant.AuthorizationCheck.Error;
import dev.signet.authority.grant.AuthorizationCheck.Untrusted;
import dev.signet.authority.session.Session;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.authority.store.Store;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Judges authorization requests and issues codes. Safe for many threads. */
public final class Authorizations {

    /** Longest {@code state} and {@code nonce}, in characters. */
    public static final int ECHO_MAX = 1024;

    private final Store<? extends GrantTransaction> store;
    private final Clients clients;
    private final CredentialSource credentials;
    private final Lifetimes lifetimes;
    private final InstantSource clock;

    public Authorizations(
            Store<? extends GrantTransaction> store,
            Clients clients,
            CredentialSource credentials,
            Lifetimes lifetimes,
            InstantSource clock) {
        this.store = store;
        this.clients = clients;
        this.credentials = credentials;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /** What the request is worth; works from memory. */
    public AuthorizationCheck check(AuthorizationRequest request) {
        Optional<Client> client = request.clientId().flatMap(clients::find);
        if (client.isEmpty()) {
            return new Untrusted("This application is not registered here.");
        }
        Optional<String> redirectUri =
                request.redirectUri().filter(client.get().redirectUris()::contains);
        if (redirectUri.isEmpty()) {
            return new Untrusted("This application asked to be answered at an unknown address.");
        }
        return check(request, client.get(), redirectUri.get());
    }

    private static AuthorizationCheck check(
            AuthorizationRequest request, Client client, String redirectUri) {
        Optional<String> state = request.state();
        if (tooLong(state) || tooLong(request.nonce())) {
            return new Denied(
                    redirectUri,
                    state.filter(text -> text.length() <= ECHO_MAX),
                    Error.INVALID_REQUEST,
                    "state and nonce: at most " + ECHO_MAX + " characters");
        }
        if (request.responseType().isEmpty()) {
            return new Denied(
                    redirectUri, state, Error.INVALID_REQUEST, "response_type is missing");
        }
        if (!request.responseType().get().equals("code")) {
            return new Denied(
                    redirectUri,
                    state,
                    Error.UNSUPPORTED_RESPONSE_TYPE,
                    "response_type: only code");
        }
        if (!client.may(GrantType.AUTHORIZATION_CODE)) {
            return new Denied(
                    redirectUri, state, Error.UNAUTHORIZED_CLIENT, "not a client for codes");
        }
        Optional<Pkce> pkce = pkce(request);
        if (pkce.isEmpty()) {
            return new Denied(
                    redirectUri,
                    state,
                    Error.INVALID_REQUEST,
                    "code_challenge with code_challenge_method=S256 is required");
        }
        Optional<Scopes> scopes = GrantedScopes.of(request.scope(), client);
        if (scopes.isEmpty()) {
            return new Denied(
                    redirectUri,
                    state,
                    Error.INVALID_SCOPE,
                    request.scope().isEmpty()
                            ? "scope is missing, and the client has no default"
                            : "scope: more than the client may ask");
        }
        return new Accepted(client, redirectUri, scopes.get(), state, request.nonce(), pkce.get());
    }

    private static boolean tooLong(Optional<String> text) {
        return text.filter(t -> t.length() > ECHO_MAX).isPresent();
    }

    private static Optional<Pkce> pkce(AuthorizationRequest request) {
        return request.codeChallengeMethod()
                .filter("S256"::equals)
                .flatMap(_ -> request.codeChallenge())
                .flatMap(Pkce::parse);
    }

    /** A code for a person who is signed in by that session (RFC 6749 §4.1.2). */
    public Credential authorize(Accepted request, Session session) {
        Credential code = credentials.credential(CredentialKind.CODE);
        var stored =
                new StoredCode(
                        code.hash(),
                        request.client().id(),
                        request.redirectUri(),
                        session.id(),
                        request.scopes(),
                        request.nonce(),
                        request.pkce(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(lifetimes.code()),
                        false);
        store.update(tx -> {
            tx.codes().add(stored);
        });
        return code;
    }
}
