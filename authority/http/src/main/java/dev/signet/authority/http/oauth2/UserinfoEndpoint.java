package dev.signet.authority.http.oauth2;

import dev.signet.authority.account.Account;
import dev.signet.authority.account.Accounts;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;
import io.vertx.core.json.JsonObject;

/** {@code /oauth2/userinfo} (OpenID Connect Core §5.3): what the token's scopes allow. */
final class UserinfoEndpoint {

    private final Accounts accounts;

    UserinfoEndpoint(Accounts accounts) {
        this.accounts = accounts;
    }

    Answer answer(Request request, Identity identity) {
        return accounts.find(identity.subject())
                .map(account -> Answer.json(claims(account, identity)))
                .orElseGet(() ->
                        Answer.refusal(Problem.of(401, "inactive_subject", "No such account.")));
    }

    private static JsonObject claims(Account account, Identity identity) {
        JsonObject claims = new JsonObject().put("sub", account.id());
        if (identity.scopes().contains("email")) {
            claims.put("email", account.email().value())
                    .put("email_verified", account.emailVerified());
        }
        if (identity.scopes().contains("profile")) {
            claims.put("name", account.name());
        }
        return claims;
    }
}
