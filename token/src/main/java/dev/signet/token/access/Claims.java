package dev.signet.token.access;

import dev.signet.token.jose.Base64Url;
import dev.signet.token.limit.TokenLimits;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of an access token by type. Each claim is either absent or of the right type; anything
 * else has no {@code Claims}.
 */
record Claims(
        Optional<String> issuer,
        Optional<String> subject,
        Set<String> audiences,
        Optional<Instant> expiresAt,
        Optional<Instant> issuedAt,
        Optional<Instant> notBefore,
        Optional<String> tokenId,
        Optional<String> clientId,
        Optional<String> sessionId,
        Set<String> scopes,
        Set<String> permissions,
        Optional<String> email,
        Optional<String> environment,
        Optional<Instant> authenticatedAt,
        Optional<String> tokenType,
        Optional<String> keyThumbprint) {

    /** 9999-12-31T23:59:59Z, the last instant that RFC 3339 can write. */
    private static final long SECONDS_MAX = 253_402_300_799L;

    /** SHA-256 in base64url (RFC 9449 §6.1). */
    private static final int THUMBPRINT_LENGTH = 43;

    /** A claim of the wrong type; carries nothing. */
    private static final class Mistyped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mistyped() {
            super(null, null, false, false);
        }
    }

    /** Empty when a claim has a type that RFC 7519, RFC 9068 or our own page does not give it. */
    static Optional<Claims> of(Map<String, Object> payload) {
        try {
            return Optional.of(read(payload));
        } catch (Mistyped mistyped) {
            return Optional.empty();
        }
    }

    private static Claims read(Map<String, Object> payload) {
        requireStrings(payload, "amr");
        text(payload, "acr");
        return new Claims(
                text(payload, "iss"),
                text(payload, "sub"),
                audiences(payload),
                instant(payload, "exp"),
                instant(payload, "iat"),
                instant(payload, "nbf"),
                text(payload, "jti"),
                text(payload, "client_id"),
                text(payload, "sid"),
                scopes(payload),
                strings(payload, "permissions"),
                text(payload, "email"),
                text(payload, "env"),
                instant(payload, "auth_time"),
                text(payload, "token_type"),
                thumbprint(payload));
    }

    private static Optional<String> text(Map<String, Object> payload, String name) {
        Object value = payload.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && ClaimBounds.isText(text)) {
            return Optional.of(text);
        }
        throw new Mistyped();
    }

    private static Optional<Instant> instant(Map<String, Object> payload, String name) {
        Object value = payload.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Long seconds && seconds >= 0 && seconds <= SECONDS_MAX) {
            return Optional.of(Instant.ofEpochSecond(seconds));
        }
        if (value instanceof Double seconds && seconds >= 0 && seconds <= SECONDS_MAX) {
            return Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)));
        }
        throw new Mistyped();
    }

    private static Set<String> audiences(Map<String, Object> payload) {
        return payload.get("aud") instanceof String
                ? Set.of(text(payload, "aud").orElseThrow(Mistyped::new))
                : strings(payload, "aud");
    }

    private static Set<String> scopes(Map<String, Object> payload) {
        Object value = payload.get("scope");
        if (value == null || "".equals(value)) {
            return Set.of();
        }
        String[] scopes = text(payload, "scope").orElseThrow(Mistyped::new).split(" ", -1);
        return texts(Arrays.asList(scopes));
    }

    private static void requireStrings(Map<String, Object> payload, String name) {
        strings(payload, name);
    }

    private static Set<String> strings(Map<String, Object> payload, String name) {
        Object value = payload.get(name);
        if (value == null) {
            return Set.of();
        }
        if (value instanceof List<?> elements) {
            return texts(elements);
        }
        throw new Mistyped();
    }

    private static Set<String> texts(List<?> elements) {
        if (elements.size() > TokenLimits.CLAIM_ELEMENTS_MAX) {
            throw new Mistyped();
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Object element : elements) {
            if (!(element instanceof String text) || !ClaimBounds.isText(text)) {
                throw new Mistyped();
            }
            texts.add(text);
        }
        return texts;
    }

    private static Optional<String> thumbprint(Map<String, Object> payload) {
        Object value = payload.get("cnf");
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> confirmation
                && confirmation.get("jkt") instanceof String thumbprint
                && thumbprint.length() == THUMBPRINT_LENGTH
                && Base64Url.decode(thumbprint).isPresent()) {
            return Optional.of(thumbprint);
        }
        throw new Mistyped();
    }
}
