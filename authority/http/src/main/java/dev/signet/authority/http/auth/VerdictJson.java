package dev.signet.authority.http.auth;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A verdict on the wire. */
final class VerdictJson {

    private VerdictJson() {}

    static JsonObject of(Verdict verdict) {
        JsonObject body = new JsonObject().put("verdict", verdict.name());
        return switch (verdict) {
            case Verdict.Valid(var identity) -> identity(body, identity);
            case Verdict.Invalid(var reason) -> body.put("reason", reason.code());
            case Verdict.Unavailable(var cause) ->
                    body.put("cause", cause.name().toLowerCase(Locale.ROOT));
        };
    }

    static JsonObject identity(JsonObject body, Identity identity) {
        body.put("user_id", identity.subject())
                .put("permissions", texts(identity.permissions()))
                .put("client_id", identity.clientId())
                .put("issued_at", identity.issuedAt().toString())
                .put("expires_at", identity.expiresAt().toString())
                .put("aud", texts(identity.audiences()))
                .put("jti", identity.tokenId())
                .put("scope", String.join(" ", identity.scopes()))
                .put("env", identity.environment())
                .put("token_type", identity.kind() == Identity.Kind.USER ? "access" : "service");
        identity.email().ifPresent(email -> body.put("email", email));
        identity.sessionId().ifPresent(sid -> body.put("sid", sid));
        identity.keyThumbprint()
                .ifPresent(jkt -> body.put("cnf", new JsonObject().put("jkt", jkt)));
        return body;
    }

    private static JsonArray texts(Set<String> values) {
        return new JsonArray(List.copyOf(values));
    }
}
