package dev.signet.token.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One event's members, with the names of CAEP and RISC where they have one. */
final class FeedEvents {

    private static final String TOKEN = "token-revoked";
    private static final String SESSION = "session-revoked";
    private static final String CREDENTIAL = "credential-change";
    private static final String DISABLED = "account-disabled";
    private static final String KEY_REVOKED = "key-revoked";
    private static final String KEY_ACTIVATED = "key-activated";

    private FeedEvents() {}

    static void write(JsonGenerator json, RevocationEvent event) throws IOException {
        if (event instanceof TokenRevoked token) {
            write(json, TOKEN, "jti", token.tokenId());
            json.writeStringField("until", token.until().toString());
        }
        if (event instanceof SessionRevoked session) {
            write(json, SESSION, "sid", session.sessionId());
            json.writeStringField("until", session.until().toString());
        }
        if (event instanceof SubjectRevoked subject) {
            write(json, typeOf(subject.cause()), "subject", subject.subject());
            json.writeStringField("not_before", subject.notBefore().toString());
            json.writeStringField("until", subject.until().toString());
        }
        if (event instanceof KeyRevoked key) {
            write(json, KEY_REVOKED, "kid", key.kid());
        }
        if (event instanceof KeyActivated key) {
            write(json, KEY_ACTIVATED, "kid", key.kid());
        }
    }

    private static void write(JsonGenerator json, String type, String name, String value)
            throws IOException {
        json.writeStringField("type", type);
        json.writeStringField(name, value);
    }

    private static String typeOf(Cause cause) {
        return switch (cause) {
            case SESSIONS_REVOKED -> SESSION;
            case CREDENTIAL_CHANGE -> CREDENTIAL;
            case ACCOUNT_DISABLED -> DISABLED;
        };
    }

    /** The event of those members; empty when they describe none that we know. */
    static Optional<RevocationEvent> read(Map<?, ?> members) {
        try {
            return Optional.ofNullable(members.get("type"))
                    .flatMap(type -> read(type.toString(), members));
        } catch (DateTimeException | IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }

    private static Optional<RevocationEvent> read(String type, Map<?, ?> members) {
        return switch (type) {
            case TOKEN ->
                    Optional.of(new TokenRevoked(text(members, "jti"), instant(members, "until")));
            case SESSION ->
                    members.containsKey("sid")
                            ? Optional.of(
                                    new SessionRevoked(
                                            text(members, "sid"), instant(members, "until")))
                            : Optional.of(subject(members, Cause.SESSIONS_REVOKED));
            case CREDENTIAL -> Optional.of(subject(members, Cause.CREDENTIAL_CHANGE));
            case DISABLED -> Optional.of(subject(members, Cause.ACCOUNT_DISABLED));
            case KEY_REVOKED -> Optional.of(new KeyRevoked(text(members, "kid")));
            case KEY_ACTIVATED -> Optional.of(new KeyActivated(text(members, "kid")));
            default -> Optional.empty();
        };
    }

    private static SubjectRevoked subject(Map<?, ?> members, Cause cause) {
        return new SubjectRevoked(
                text(members, "subject"),
                instant(members, "not_before"),
                cause,
                instant(members, "until"));
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("feed event: no " + name);
    }

    private static Instant instant(Map<?, ?> members, String name) {
        return Instant.parse(text(members, name));
    }
}
