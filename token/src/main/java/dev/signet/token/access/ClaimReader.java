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
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of one payload by type and notes whether one of them was mistyped; a mistyped
 * claim reads like an absent one. Used by one thread.
 */
final class ClaimReader {

    /** 9999-12-31T23:59:59Z, the last instant that RFC 3339 can write. */
    private static final long SECONDS_MAX = 253_402_300_799L;

    /** SHA-256 in base64url (RFC 9449 §6.1). */
    private static final int THUMBPRINT_LENGTH = 43;

    private final Map<String, Object> payload;
    private boolean mistyped;

    ClaimReader(Map<String, Object> payload) {
        this.payload = payload;
    }

    /** Whether any claim read so far was there and not of its type. */
    boolean foundMistyped() {
        return mistyped;
    }

    Optional<String> text(String name) {
        Object value = payload.get(name);
        if (value instanceof String text && ClaimBounds.isText(text)) {
            return Optional.of(text);
        }
        note(value);
        return Optional.empty();
    }

    /** NumericDate (RFC 7519 §2), which may have a fraction. */
    Optional<Instant> instant(String name) {
        Object value = payload.get(name);
        if (value instanceof Long seconds && seconds >= 0 && seconds <= SECONDS_MAX) {
            return Optional.of(Instant.ofEpochSecond(seconds));
        }
        if (value instanceof Double seconds && seconds >= 0 && seconds <= SECONDS_MAX) {
            return Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)));
        }
        note(value);
        return Optional.empty();
    }

    /** An array of texts. */
    Set<String> texts(String name) {
        Object value = payload.get(name);
        if (value instanceof List<?> elements) {
            return texts(elements);
        }
        note(value);
        return Set.of();
    }

    private Set<String> texts(List<?> elements) {
        Set<String> texts = new LinkedHashSet<>();
        mistyped |= elements.size() > TokenLimits.CLAIM_ELEMENTS_MAX;
        for (Object element : elements) {
            if (element instanceof String text && ClaimBounds.isText(text)) {
                texts.add(text);
            } else {
                mistyped = true;
            }
        }
        return texts;
    }

    /** A text, or an array of texts (RFC 7519 §4.1.3). */
    Set<String> textOrTexts(String name) {
        return payload.get(name) instanceof String
                ? text(name).map(Set::of).orElseGet(Set::of)
                : texts(name);
    }

    /** Texts with one space between (RFC 6749 §3.3), or none. */
    Set<String> words(String name) {
        return "".equals(payload.get(name))
                ? Set.of()
                : text(name)
                        .map(text -> texts(Arrays.asList(text.split(" ", -1))))
                        .orElseGet(Set::of);
    }

    /** The key of a confirmation (RFC 7800); one that is not by thumbprint is not understood. */
    Optional<String> thumbprint(String name) {
        Object value = payload.get(name);
        if (value instanceof Map<?, ?> confirmation
                && confirmation.get("jkt") instanceof String thumbprint
                && thumbprint.length() == THUMBPRINT_LENGTH
                && Base64Url.decode(thumbprint).isPresent()) {
            return Optional.of(thumbprint);
        }
        note(value);
        return Optional.empty();
    }

    private void note(@Nullable Object valueOfNoUse) {
        mistyped |= valueOfNoUse != null;
    }
}
