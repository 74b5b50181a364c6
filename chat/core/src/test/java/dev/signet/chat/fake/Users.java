package dev.signet.chat.fake;

import dev.signet.chat.context.Admission;
import dev.signet.chat.context.Delegation;
import dev.signet.chat.context.UserContext;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Users as a verifier would have found them good. */
public final class Users {
    public static final Instant SIGNED_IN = Instant.parse("2026-03-01T11:00:00Z");
    public static final Instant EXPIRES = Instant.parse("2026-03-01T14:00:00Z");

    private Users() {}

    public static UserContext ada() {
        return in("usr_ada", "ses_current", Set.of("chat:use", "sessions:revoke"));
    }

    public static UserContext in(String subject, String session, Set<String> permissions) {
        Verdict.Valid verdict =
                new Verdict.Valid(
                        identity(Identity.Kind.USER, subject, Optional.of(session), permissions));
        return switch (UserContext.admit(
                verdict, Delegation.ofAccessToken("secret-of-" + subject))) {
            case Admission.Admitted(var context) -> context;
            case Admission.NotAPerson _, Admission.InsufficientScope _, Admission.NotPermitted _ ->
                    throw new IllegalArgumentException("not admitted");
        };
    }

    public static Identity identity(
            Identity.Kind kind, String subject, Optional<String> session, Set<String> permissions) {
        return new Identity(
                kind,
                subject,
                "https://authority.test",
                Set.of("signet-platform"),
                "jti-of-" + subject + session.orElse(""),
                session,
                "signet-chat",
                Set.of("openid"),
                permissions,
                Optional.of(subject + "@example.test"),
                "test",
                SIGNED_IN,
                EXPIRES,
                Optional.of(SIGNED_IN),
                Optional.of("key-1"),
                Optional.empty());
    }
}
