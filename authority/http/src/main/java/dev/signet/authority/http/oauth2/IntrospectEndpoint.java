package dev.signet.authority.http.oauth2;

import dev.signet.authority.client.Client;
import dev.signet.authority.http.caller.OAuthError;
import dev.signet.authority.token.Question;
import dev.signet.authority.token.Validation;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /oauth2/introspect} (RFC 7662) for access tokens. Whatever is not a good access token
 * is {@code {"active": false}} and nothing else.
 */
final class IntrospectEndpoint {

    private final Validation validation;

    IntrospectEndpoint(Validation validation) {
        this.validation = validation;
    }

    Answer answer(Request request, Client client) {
        Optional<String> token = request.form().find("token");
        if (token.isEmpty()) {
            return OAuthError.of("invalid_request", "token is missing");
        }
        return switch (validation.judge(Question.about(token.get()))) {
            case Verdict.Valid(var identity) -> Answer.json(active(identity));
            case Verdict.Invalid _ -> Answer.json(new JsonObject().put("active", false));
            case Verdict.Unavailable _ ->
                    Answer.refusal(
                            Problem.unavailable(
                                    "Whether the token is good cannot be told now.", 1));
        };
    }

    private static JsonObject active(Identity identity) {
        JsonObject body =
                new JsonObject()
                        .put("active", true)
                        .put("iss", identity.issuer())
                        .put("sub", identity.subject())
                        .put("aud", new JsonArray(List.copyOf(identity.audiences())))
                        .put("client_id", identity.clientId())
                        .put("scope", String.join(" ", identity.scopes()))
                        .put("permissions", new JsonArray(List.copyOf(identity.permissions())))
                        .put("jti", identity.tokenId())
                        .put("iat", identity.issuedAt().getEpochSecond())
                        .put("exp", identity.expiresAt().getEpochSecond())
                        .put("env", identity.environment());
        identity.sessionId().ifPresent(sid -> body.put("sid", sid));
        identity.email().ifPresent(email -> body.put("email", email));
        identity.authenticatedAt().ifPresent(at -> body.put("auth_time", at.getEpochSecond()));
        identity.keyThumbprint()
                .ifPresent(jkt -> body.put("cnf", new JsonObject().put("jkt", jkt)));
        return body.put("token_type", identity.keyThumbprint().isPresent() ? "DPoP" : "Bearer");
    }
}
