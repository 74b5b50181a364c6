package dev.signet.authority.http.oauth2;

import dev.signet.authority.Authority;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.caller.OAuthError;
import dev.signet.authority.validation.Question;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /oauth2/revoke} (RFC 7009). A refresh token ends its session, an access token ends
 * alone. A token that is good no more needs no revocation and is answered like one that was.
 */
final class RevokeEndpoint {

    private static final Answer DONE = new Answer.Empty(200, List.of());

    private final Authority authority;

    RevokeEndpoint(Authority authority) {
        this.authority = authority;
    }

    Answer answer(Request request, Client client) {
        Optional<String> token = request.form().find("token");
        if (token.isEmpty()) {
            return OAuthError.of("invalid_request", "token is missing");
        }
        Caller caller = Callers.of(request).as(client.id());
        if (authority.refreshTokens().revoke(token.get(), client.id(), caller)) {
            return DONE;
        }
        return authority.validation().judge(Question.about(token.get()))
                        instanceof Verdict.Valid(Identity identity)
                ? revoke(identity, client, caller)
                : DONE;
    }

    private Answer revoke(Identity identity, Client client, Caller caller) {
        if (!identity.clientId().equals(client.id())) {
            return OAuthError.of("unauthorized_client", "the token is another client's");
        }
        authority.revocations().token(identity, caller);
        return DONE;
    }
}
