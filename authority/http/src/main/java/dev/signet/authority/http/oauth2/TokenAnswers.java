package dev.signet.authority.http.oauth2;

import dev.signet.authority.client.Scopes;
import dev.signet.authority.token.TokenSet;
import dev.signet.http.message.Answer;
import dev.signet.token.access.IssuedToken;
import io.vertx.core.json.JsonObject;

/** Token responses (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3). */
final class TokenAnswers {

    private TokenAnswers() {}

    static Answer service(IssuedToken access, Scopes scopes) {
        return Answer.json(access(access, "Bearer").put("scope", scopes.parameter()));
    }

    static Answer user(TokenSet tokens) {
        JsonObject body = access(tokens.access(), tokens.bound() ? "DPoP" : "Bearer");
        tokens.refresh().ifPresent(refresh -> body.put("refresh_token", refresh.value()));
        tokens.id().ifPresent(id -> body.put("id_token", id.value()));
        return Answer.json(body.put("scope", tokens.scopes().parameter()));
    }

    private static JsonObject access(IssuedToken access, String type) {
        return new JsonObject()
                .put("access_token", access.value())
                .put("token_type", type)
                .put("expires_in", access.expiresInSeconds());
    }
}
