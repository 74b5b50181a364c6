package dev.signet.token.jose;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RFC 8259 written down a second time, slowly and on its own: what {@link StrictJson} must accept,
 * and with what values.
 */
final class JsonOracle {

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern STRING =
            Pattern.compile(
                    "\"((?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(....)|(.))");
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);

    private final String text;
    private int position;

    /** The text is not to be accepted. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }

    private JsonOracle(String text) {
        this.text = text;
    }

    static Optional<Object> parseObject(byte[] utf8) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            JsonOracle oracle = new JsonOracle(text);
            oracle.match(SPACE);
            if (!text.startsWith("{", oracle.position)) {
                return Optional.empty();
            }
            Object value = oracle.value(1);
            return oracle.position == text.length() ? Optional.of(value) : Optional.empty();
        } catch (Refused | CharacterCodingException refused) {
            return Optional.empty();
        }
    }

    /** With the white space around. */
    private Object value(int depth) throws Refused {
        match(SPACE);
        Object value = bareValue(depth);
        match(SPACE);
        return value;
    }

    private Object bareValue(int depth) throws Refused {
        if (depth > 9) {
            throw new Refused();
        }
        if (take("{")) {
            return object(depth);
        }
        if (take("[")) {
            return array(depth);
        }
        if (text.startsWith("\"", position)) {
            return string();
        }
        if (take("true")) {
            return true;
        }
        if (take("false")) {
            return false;
        }
        return take("null") ? StrictJson.NULL : number();
    }

    private Map<String, Object> object(int depth) throws Refused {
        requireDepth(depth);
        Map<String, Object> members = new LinkedHashMap<>();
        match(SPACE);
        if (take("}")) {
            return members;
        }
        do {
            match(SPACE);
            String name = string();
            match(SPACE);
            require(take(":"));
            require(!members.containsKey(name));
            members.put(name, value(depth + 1));
        } while (take(","));
        require(take("}"));
        return members;
    }

    private List<Object> array(int depth) throws Refused {
        requireDepth(depth);
        List<Object> elements = new ArrayList<>();
        match(SPACE);
        if (take("]")) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (take(","));
        require(take("]"));
        return elements;
    }

    private static void requireDepth(int depth) throws Refused {
        require(depth <= 8);
    }

    private String string() throws Refused {
        Matcher escapes = ESCAPE.matcher(match(STRING).group(1));
        String string = escapes.replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape)));
        require(StandardCharsets.UTF_8.newEncoder().canEncode(string));
        return string;
    }

    private static String unescaped(java.util.regex.MatchResult escape) {
        if (escape.group(1) != null) {
            return Character.toString((char) Integer.parseInt(escape.group(1), 16));
        }
        int index = "bfnrt".indexOf(escape.group(2));
        return index < 0 ? escape.group(2) : "\b\f\n\r\t".substring(index, index + 1);
    }

    private Object number() throws Refused {
        Matcher matcher = match(NUMBER);
        require(matcher.group().length() <= 32);
        if (matcher.group(2) == null && matcher.group(3) == null) {
            BigInteger integer = new BigInteger(matcher.group());
            boolean isLong = integer.compareTo(LONG_MAX) <= 0 && integer.compareTo(LONG_MIN) >= 0;
            return isLong ? (Object) integer.longValueExact() : integer;
        }
        double number = Double.parseDouble(matcher.group());
        require(!Double.isInfinite(number));
        return number;
    }

    private boolean take(String literal) {
        boolean taken = text.startsWith(literal, position);
        position += taken ? literal.length() : 0;
        return taken;
    }

    private Matcher match(Pattern pattern) throws Refused {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        require(matcher.lookingAt());
        position = matcher.end();
        return matcher;
    }

    private static void require(boolean condition) throws Refused {
        if (!condition) {
            throw new Refused();
        }
    }
}
