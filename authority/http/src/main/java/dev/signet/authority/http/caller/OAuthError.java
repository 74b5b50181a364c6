package dev.signet.authority.http.caller;

import dev.signet.http.message.Answer;
import io.vertx.core.json.JsonObject;

/** Errors of the OAuth endpoints (RFC 6749 §5.2). */
public final class OAuthError {

    private OAuthError() {}

    /** A refusal with status 400. */
    public static Answer of(String error, String description) {
        return of(400, error, description);
    }

    /** A refusal with another status. */
    public static Answer of(int status, String error, String description) {
        return Answer.json(
                status, new JsonObject().put("error", error).put("error_description", description));
    }

    /** The client is unknown or did not authenticate. */
    public static Answer invalidClient() {
        return of(401, "invalid_client", "unknown client, or not authenticated")
                .with("WWW-Authenticate", "Basic realm=\"signet\"");
    }
}
