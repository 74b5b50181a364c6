package dev.signet.http.message;

import dev.signet.token.jose.StrictJson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one JSON object, read by name and type. Each reader refuses a wrong type with 400;
 * {@link #done} refuses what nobody asked for.
 */
public final class Members {

    private final Map<String, Object> members;
    private final Set<String> read = new HashSet<>();

    private Members(Map<String, Object> members) {
        this.members = members;
    }

    static Members parse(byte[] body) {
        return new Members(
                StrictJson.parseObject(body)
                        .orElseThrow(() ->
                                refused(
                                        "The body must be one JSON object in UTF-8, without"
                                                + " duplicate members.")));
    }

    static Members none() {
        return new Members(Map.of());
    }

    /** A text that must be there and must not be longer than {@code lengthMax} characters. */
    public String text(String name, int lengthMax) {
        return optionalText(name, lengthMax)
                .orElseThrow(() -> refused("Member \"" + name + "\" is missing."));
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String name, int lengthMax) {
        read.add(name);
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw refused("Member \"" + name + "\" must be a text.");
        }
        if (text.length() > lengthMax) {
            throw refused(
                    "Member \""
                            + name
                            + "\" must not be longer than "
                            + lengthMax
                            + " characters.");
        }
        return Optional.of(text);
    }

    /** Texts, at most {@code countMax} of them; must be there. */
    public List<String> texts(String name, int countMax, int lengthMax) {
        read.add(name);
        if (!(members.get(name) instanceof List<?> values) || values.size() > countMax) {
            throw refused(
                    "Member \"" + name + "\" must be an array of at most " + countMax + " texts.");
        }
        return values.stream().map(value -> element(name, value, lengthMax)).toList();
    }

    private static String element(String name, Object value, int lengthMax) {
        if (value instanceof String text && text.length() <= lengthMax) {
            return text;
        }
        throw refused(
                "Member \"" + name + "\" must hold texts of at most " + lengthMax + " characters.");
    }

    /** Refuses the first member that no reader asked for. */
    public void done() {
        for (String name : members.keySet()) {
            if (!read.contains(name)) {
                throw refused("Member \"" + shortened(name) + "\" is not known here.");
            }
        }
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return plain.length() > 64 ? plain.substring(0, 64) : plain;
    }

    private static RefusedException refused(String detail) {
        return new RefusedException(Problem.badRequest(detail));
    }
}
