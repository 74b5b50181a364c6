package dev.signet.chat.sql;

import dev.signet.chat.login.AccessDecision;
import dev.signet.chat.login.Delegation;
import dev.signet.chat.login.UserContext;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Users as a verifier would have found them good. */
final class Users {
    static final Instant EXPIRES = Instant.parse("2026-03-01T14:00:00Z");

    private Users() {}

    static UserContext user(String subject) {
        return user(subject, "ses_of_" + subject, EXPIRES);
    }

    static UserContext user(String subject, String session, Instant expires) {
        Identity identity =
                new Identity(
                        Identity.Kind.USER,
                        subject,
                        "https://authority.test",
                        Set.of("signet-platform"),
                        "jti-" + subject + session + expires.getEpochSecond(),
                        Optional.of(session),
                        "signet-chat",
                        Set.of("openid"),
                        Set.of("chat:use", "sessions:revoke"),
                        Optional.empty(),
                        "test",
                        Instant.parse("2026-03-01T11:00:00Z"),
                        expires,
                        Optional.empty(),
                        Optional.of("key-1"),
                        Optional.empty());
        AccessDecision admission =
                UserContext.admit(
                        new Verdict.Valid(identity), Delegation.ofAccessToken("token-" + subject));
        return ((AccessDecision.Admitted) admission).context();
    }
}
