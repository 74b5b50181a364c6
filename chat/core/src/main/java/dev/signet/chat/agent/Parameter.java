package dev.signet.chat.agent;

import java.util.Locale;

/**
 * One argument of a tool.
 *
 * @param charsMax for texts; 0 otherwise
 */
public record Parameter(
        String name, Type type, String description, boolean required, int charsMax) {

    public Parameter {
        if (!name.matches("[a-z][a-z0-9_]{0,39}") || (type == Type.STRING) != (charsMax > 0)) {
            throw new IllegalArgumentException("parameter: name or length");
        }
    }

    /** The type of the argument, as JSON schema names it. */
    public enum Type {
        STRING,
        BOOLEAN;

        private final String wire = name().toLowerCase(Locale.ROOT);

        public String wire() {
            return wire;
        }
    }

    /** A text that may be absent. */
    public static Parameter text(String name, String description, int charsMax) {
        return new Parameter(name, Type.STRING, description, false, charsMax);
    }

    /** A truth value that may be absent, which means false. */
    public static Parameter flag(String name, String description) {
        return new Parameter(name, Type.BOOLEAN, description, false, 0);
    }

    boolean admits(Object value) {
        return switch (type) {
            case STRING -> value instanceof String text && text.length() <= charsMax;
            case BOOLEAN -> value instanceof Boolean;
        };
    }
}
