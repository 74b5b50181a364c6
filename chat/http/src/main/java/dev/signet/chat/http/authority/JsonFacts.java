package dev.signet.chat.http.authority;

import dev.signet.token.jose.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a JSON object of the authority, read by name and type. Members that nobody asks
 * for may be there: the authority may be newer than this client.
 */
record JsonFacts(Map<String, Object> members) {

    /** The answer is not what the contract says; carries nothing of it but a member's name. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String what) {
            super(what, null, false, false);
        }
    }

    static JsonFacts parse(byte[] body) throws UnreadableException {
        return new JsonFacts(
                StrictJson.parseObject(body)
                        .orElseThrow(() -> new UnreadableException("no strict JSON object")));
    }

    String text(String name) throws UnreadableException {
        return optionalText(name).orElseThrow(() -> new UnreadableException(name));
    }

    /** Empty when the text is absent, {@code null} or empty. */
    Optional<String> optionalText(String name) throws UnreadableException {
        Object value = members.get(name);
        if (value == null || value == StrictJson.NULL || value.equals("")) {
            return Optional.empty();
        }
        return Optional.of(as(String.class, name, value));
    }

    boolean truth(String name) throws UnreadableException {
        return as(Boolean.class, name, members.getOrDefault(name, StrictJson.NULL));
    }

    long number(String name) throws UnreadableException {
        return as(Long.class, name, members.getOrDefault(name, StrictJson.NULL));
    }

    Instant instant(String name) throws UnreadableException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException notATime) {
            throw new UnreadableException(name);
        }
    }

    List<?> list(String name) throws UnreadableException {
        return as(List.class, name, members.getOrDefault(name, StrictJson.NULL));
    }

    /** Reads an element of a list as an object. */
    @SuppressWarnings("unchecked") // strict JSON has text as names
    static JsonFacts object(Object element) throws UnreadableException {
        return new JsonFacts(as(Map.class, "element", element));
    }

    static <T> T as(Class<T> type, String name, Object value) throws UnreadableException {
        if (!type.isInstance(value)) {
            throw new UnreadableException(name);
        }
        return type.cast(value);
    }

    /** Hides the values. */
    @Override
    public String toString() {
        return "JsonFacts" + members.keySet();
    }
}
