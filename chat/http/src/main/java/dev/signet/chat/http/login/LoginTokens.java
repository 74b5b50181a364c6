package dev.signet.chat.http.login;

import dev.signet.chat.http.authority.TokenAnswer;
import dev.signet.token.jose.StrictJson;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of one browser login, as they are sealed into the store. Never printed.
 *
 * @param refreshToken empty when the login ends with its access token
 * @param instance the secret name under which this login refreshes
 */
record LoginTokens(String accessToken, Optional<String> refreshToken, String instance) {

    /** The tokens that came in exchange for the present refresh token. */
    LoginTokens after(TokenAnswer.Issued issued) {
        return new LoginTokens(
                issued.accessToken(), issued.refreshToken().or(() -> refreshToken), instance);
    }

    byte[] bytes() {
        JsonObject json = new JsonObject().put("access", accessToken).put("instance", instance);
        refreshToken.ifPresent(token -> json.put("refresh", token));
        return json.encode().getBytes(StandardCharsets.UTF_8);
    }

    /** Empty when these are not the bytes of tokens, as after a change of this form. */
    static Optional<LoginTokens> of(byte[] bytes) {
        return StrictJson.parseObject(bytes).flatMap(LoginTokens::of);
    }

    private static Optional<LoginTokens> of(Map<String, Object> json) {
        if (json.get("access") instanceof String access
                && json.get("instance") instanceof String instance) {
            Optional<String> refresh =
                    json.get("refresh") instanceof String token
                            ? Optional.of(token)
                            : Optional.empty();
            return Optional.of(new LoginTokens(access, refresh, instance));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "LoginTokens[hidden]";
    }
}
