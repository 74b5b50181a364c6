package dev.signet.token.forgery;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JSON object whose values are raw text, so that anything can be written, also what is no JSON.
 *
 * @param members in their order; names and values as they come out
 */
public record Json(Map<String, String> members) {

    public static Json empty() {
        return new Json(Map.of());
    }

    /** The object with that member, in its old place when there was one. */
    public Json with(String name, String rawValue) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(name, rawValue);
        return new Json(changed);
    }

    public Json withText(String name, String text) {
        return with(name, '"' + text + '"');
    }

    public Json without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return new Json(changed);
    }

    /** The text with something raw before the first member. */
    public String beginningWith(String raw) {
        return "{" + raw + toString().substring(1);
    }

    /** The text with something raw behind the last member. */
    public String endingWith(String raw) {
        return toString().substring(0, toString().length() - 1) + raw + "}";
    }

    public byte[] utf8() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
