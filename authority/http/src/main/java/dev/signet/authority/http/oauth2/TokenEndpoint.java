package dev.signet.authority.http.oauth2;

import dev.signet.authority.Authority;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.grant.CodeExchange;
import dev.signet.authority.grant.Grant;
import dev.signet.authority.grant.ServiceGrant;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.caller.IdempotencyKey;
import dev.signet.authority.http.caller.OAuthError;
import dev.signet.authority.http.caller.Possession;
import dev.signet.authority.http.caller.Possession.Proof;
import dev.signet.authority.refresh.RefreshAttempt;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Request;
import java.util.Optional;

/** {@code POST /oauth2/token} (RFC 6749 §3.2) for the three grants of this authority. */
final class TokenEndpoint {

    private static final String CLIENT_CREDENTIALS = GrantType.CLIENT_CREDENTIALS.code();

    private final Authority authority;
    private final Possession possession;

    TokenEndpoint(Authority authority, Possession possession) {
        this.authority = authority;
        this.possession = possession;
    }

    /** A service's own token is made from memory alone. */
    static boolean neverWaits(Request request) {
        return request.form().find("grant_type").equals(Optional.of(CLIENT_CREDENTIALS));
    }

    Answer answer(Request request, Client client) {
        Optional<String> type = request.form().find("grant_type");
        if (type.isEmpty()) {
            return OAuthError.of("invalid_request", "grant_type is missing");
        }
        return switch (possession.of(request)) {
            case Proof.Refused(var why) -> OAuthError.of("invalid_dpop_proof", why);
            case Proof.Absent _ -> answer(request, client, type.get(), Optional.empty());
            case Proof.Given(var thumbprint) ->
                    answer(request, client, type.get(), Optional.of(thumbprint));
        };
    }

    private Answer answer(
            Request request, Client client, String type, Optional<String> thumbprint) {
        return switch (type) {
            case "client_credentials" -> clientCredentials(request.form(), client, thumbprint);
            case "authorization_code" -> code(request, client, thumbprint);
            case "refresh_token" -> refresh(request, client, thumbprint);
            default -> OAuthError.of("unsupported_grant_type", "not a grant of this authority");
        };
    }

    private Answer clientCredentials(Parameters form, Client client, Optional<String> thumbprint) {
        if (thumbprint.isPresent()) {
            return OAuthError.of("invalid_request", "service tokens are not bound by DPoP");
        }
        ServiceGrant grant =
                authority
                        .grants()
                        .clientCredentials(client, form.find("scope"), form.find("audience"));
        return switch (grant) {
            case ServiceGrant.Issued(var access, var scopes) ->
                    TokenAnswers.service(access, scopes);
            case ServiceGrant.Refused(var error, var description) ->
                    OAuthError.of(error.code(), description);
        };
    }

    private Answer code(Request request, Client client, Optional<String> thumbprint) {
        Parameters form = request.form();
        Optional<String> code = form.find("code");
        Optional<String> redirectUri = form.find("redirect_uri");
        Optional<String> verifier = form.find("code_verifier");
        if (code.isEmpty() || redirectUri.isEmpty() || verifier.isEmpty()) {
            return OAuthError.of(
                    "invalid_request", "code, redirect_uri and code_verifier are required");
        }
        var exchange =
                new CodeExchange(
                        code.get(), client.id(), redirectUri.get(), verifier.get(), thumbprint);
        return answer(authority.grants().exchange(exchange, client, caller(request, client)));
    }

    private Answer refresh(Request request, Client client, Optional<String> thumbprint) {
        Parameters form = request.form();
        Optional<String> token = form.find("refresh_token");
        if (token.isEmpty()) {
            return OAuthError.of("invalid_request", "refresh_token is missing");
        }
        if (!(IdempotencyKey.of(request) instanceof IdempotencyKey.Read(var instance))) {
            return OAuthError.of("invalid_request", IdempotencyKey.REFUSAL);
        }
        Optional<Scopes> scopes = form.find("scope").flatMap(Scopes::parse);
        if (form.find("scope").isPresent() && scopes.isEmpty()) {
            return OAuthError.of("invalid_scope", "scope breaks the grammar");
        }
        var attempt = new RefreshAttempt(token.get(), client.id(), scopes, instance, thumbprint);
        return answer(authority.grants().refresh(attempt, client, caller(request, client)));
    }

    private static Caller caller(Request request, Client client) {
        return Callers.of(request).as(client.id());
    }

    private static Answer answer(Grant grant) {
        return switch (grant) {
            case Grant.Issued(var tokens) -> TokenAnswers.user(tokens);
            case Grant.Refused(var error, var description) ->
                    OAuthError.of(error.code(), description);
        };
    }
}
