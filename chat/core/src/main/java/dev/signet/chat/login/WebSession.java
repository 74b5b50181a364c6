package dev.signet.chat.login;

import dev.signet.chat.id.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One browser's login. Times are in milliseconds.
 *
 * @param key the hash of what the browser's cookie holds
 * @param sealed the login's tokens, encrypted by whoever stores them here; opaque to this module
 * @param sessionId {@code sid} at the authority
 */
public record WebSession(
        CookieHash key,
        Sealed sealed,
        UserId userId,
        String sessionId,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {

    public WebSession {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        lastUsedAt = lastUsedAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
        if (sessionId.isEmpty() || !expiresAt.isAfter(createdAt)) {
            throw new IllegalArgumentException("web session: no session or no life");
        }
    }

    /** The hash of a cookie, as 16 to {@value #CHARS_MAX} characters of base64url or hex. */
    public record CookieHash(String value) {
        private static final int CHARS_MAX = 128;

        public CookieHash {
            if (!value.matches("[A-Za-z0-9_-]{16," + CHARS_MAX + "}")) {
                throw new IllegalArgumentException("cookie hash: not a hash");
            }
        }

        @Override
        public String toString() {
            return "CookieHash[hidden]";
        }
    }

    /** Encrypted bytes. Never printed. */
    public record Sealed(String base64) {
        private static final int CHARS_MAX = 128 * 1024;

        public Sealed {
            if (base64.isEmpty() || base64.length() > CHARS_MAX) {
                throw new IllegalArgumentException("sealed: 1 to " + CHARS_MAX + " characters");
            }
        }

        @Override
        public String toString() {
            return "Sealed[hidden]";
        }
    }

    @Override
    public String toString() {
        return "WebSession[" + userId + " sid=" + sessionId + "]";
    }
}
