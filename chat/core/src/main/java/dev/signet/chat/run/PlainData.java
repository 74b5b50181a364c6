package dev.signet.chat.run;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Plain values: what JSON can say, without a JSON library. A value is text, a number, a truth
 * value, a list of values or a map from text to values; there is no null, a member without a value
 * is left out.
 */
public final class PlainData {
    private static final int DEPTH_MAX = 8;
    private static final int PUNCTUATION_BYTES = 4;

    private PlainData() {}

    /**
     * A deep, unmodifiable copy that keeps the order of members.
     *
     * @throws IllegalArgumentException for a value that is not plain or nests deeper than {@value
     *     #DEPTH_MAX}
     */
    public static Map<String, Object> copy(Map<String, ?> members) {
        return map(members, DEPTH_MAX);
    }

    /** About how many bytes the value takes as JSON in UTF-8, before escapes. */
    public static int bytes(Object value) {
        return switch (value) {
            case String text -> utf8Bytes(text) + PUNCTUATION_BYTES;
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .mapToInt(e -> bytes(e.getKey()) + bytes(e.getValue()))
                            .sum();
            case List<?> list -> list.stream().mapToInt(PlainData::bytes).sum();
            default -> value.toString().length() + PUNCTUATION_BYTES;
        };
    }

    /** The length of a text in UTF-8. */
    public static int utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Map<String, Object> map(Map<?, ?> members, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                copy.put((String) name, value(value, depth - 1));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object value(@Nullable Object value, int depth) {
        if (depth < 0) {
            throw new IllegalArgumentException("plain value: deeper than " + DEPTH_MAX);
        }
        return switch (value) {
            case String text -> text;
            case Boolean truth -> truth;
            case Integer whole -> whole.longValue();
            case Long whole -> whole;
            case Double fraction -> fraction;
            case List<?> list ->
                    list.stream().filter(Objects::nonNull).map(v -> value(v, depth - 1)).toList();
            case Map<?, ?> map -> map(map, depth);
            case null, default -> throw new IllegalArgumentException("not a plain value");
        };
    }
}
