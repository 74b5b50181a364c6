package dev.signet.authority.http.oauth2;

import dev.signet.authority.Authority;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.caller.OAuthError;
import dev.signet.authority.token.Question;
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
        return switch (authority.refreshTokens().revoke(token.get(), client.id(), caller)) {
            case SESSION_ENDED -> DONE;
            case ANOTHER_CLIENTS -> notYours();
            case UNKNOWN -> revokeAccess(token.get(), client, caller);
        };
    }

    private Answer revokeAccess(String token, Client client, Caller caller) {
        return authority.validation().judge(Question.about(token))
                        instanceof Verdict.Valid(Identity identity)
                ? revoke(identity, client, caller)
                : DONE;
    }

    private Answer revoke(Identity identity, Client client, Caller caller) {
        if (!identity.clientId().equals(client.id())) {
            return notYours();
        }
        authority.revocations().token(identity, caller);
        return DONE;
    }

    /** A client that believes it revoked something must not be wrong. */
    private static Answer notYours() {
        return OAuthError.of("unauthorized_client", "the token is another client's");
    }
}
