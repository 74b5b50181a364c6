package dev.signet.chat.contract;

import dev.signet.chat.context.Admission;
import dev.signet.chat.context.Delegation;
import dev.signet.chat.context.UserContext;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One user's login as a test describes it.
 *
 * @param tokenId names the access token; a renewal has another one
 */
public record Login(
        String user,
        String session,
        String tokenId,
        Set<String> permissions,
        Instant issuedAt,
        Duration life) {

    /** When the clock of a {@link Backend} starts. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    public Login {
        permissions = Set.copyOf(permissions);
    }

    /** A login of ten minutes with all that users may do. */
    public static Login of(String user) {
        return new Login(
                "usr_" + user,
                "ses_" + user,
                "jti_" + user,
                Set.of("chat:use", "sessions:revoke"),
                NOW,
                Duration.ofMinutes(10));
    }

    public Login inSession(String other) {
        return new Login(user, other, "jti_" + other, permissions, issuedAt, life);
    }

    public Login without(String permission) {
        Set<String> fewer = new HashSet<>(permissions);
        fewer.remove(permission);
        return new Login(user, session, tokenId, fewer, issuedAt, life);
    }

    /** The next access token of the same login. */
    public Login renewedAt(Instant now) {
        return new Login(user, session, tokenId + "+", permissions, now, life);
    }

    public Identity identity() {
        return new Identity(
                Identity.Kind.USER,
                user,
                "https://authority.test",
                Set.of("signet-platform"),
                tokenId,
                Optional.of(session),
                "signet-chat",
                Set.of("openid", "profile"),
                permissions,
                Optional.of(user + "@example.test"),
                "test",
                issuedAt,
                issuedAt.plus(life),
                Optional.of(issuedAt),
                Optional.of("key-1"),
                Optional.empty());
    }

    public UserContext context() {
        Verdict.Valid valid = new Verdict.Valid(identity());
        Delegation delegation = Delegation.ofAccessToken("secret-token-of-" + user);
        return switch (UserContext.admit(valid, delegation)) {
            case Admission.Admitted(var context) -> context;
            case Admission.NotAPerson _, Admission.InsufficientScope _, Admission.NotPermitted _ ->
                    throw new IllegalStateException("not admitted: " + this);
        };
    }
}
