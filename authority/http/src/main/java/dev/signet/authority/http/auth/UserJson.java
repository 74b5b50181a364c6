package dev.signet.authority.http.auth;

import dev.signet.authority.account.Account;
import dev.signet.authority.issue.TokenSet;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** People and their tokens as the first-party endpoints write them. */
final class UserJson {

    private UserJson() {}

    /**
     * @param permissions what the token in question may do, which may be less than the account may
     */
    static JsonObject user(Account account, Set<String> permissions) {
        return new JsonObject()
                .put("id", account.id())
                .put("email", account.email().value())
                .put("email_verified", account.emailVerified())
                .put("name", account.name())
                .put("permissions", new JsonArray(permissions.stream().sorted().toList()));
    }

    static JsonObject tokens(TokenSet tokens) {
        JsonObject body =
                new JsonObject()
                        .put("access_token", tokens.access().value())
                        .put("token_type", "Bearer")
                        .put("expires_in", tokens.access().expiresInSeconds());
        tokens.refresh().ifPresent(refresh -> body.put("refresh_token", refresh.value()));
        return body.put("user", user(tokens.account(), tokens.permissions()));
    }
}
