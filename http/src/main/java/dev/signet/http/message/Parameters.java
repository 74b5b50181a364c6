package dev.signet.http.message;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parameters of a query or a form (application/x-www-form-urlencoded). No name twice (RFC 6749
 * §3.1), strict percent-encoding, strict UTF-8, at most {@value #COUNT_MAX}.
 */
public final class Parameters {

    static final int COUNT_MAX = 64;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    static Parameters parse(byte[] body) {
        return parse(new String(body, StandardCharsets.ISO_8859_1));
    }

    static Parameters parse(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        if (encoded.isEmpty()) {
            return new Parameters(values);
        }
        int start = 0;
        while (start <= encoded.length()) {
            int end = encoded.indexOf('&', start);
            int stop = end < 0 ? encoded.length() : end;
            add(values, encoded.substring(start, stop));
            start = stop + 1;
        }
        return new Parameters(values);
    }

    private static void add(Map<String, String> values, String pair) {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (values.putIfAbsent(name, value) != null) {
            throw refused("A parameter is given twice.");
        }
        if (values.size() > COUNT_MAX) {
            throw refused("There are more than " + COUNT_MAX + " parameters.");
        }
    }

    private static String decode(String encoded) {
        if (isPlain(encoded)) {
            return encoded;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(octet(encoded, i));
                i += 3;
                continue;
            }
            bytes.write(c == '+' ? ' ' : c);
            i++;
        }
        return utf8(bytes.toByteArray());
    }

    private static boolean isPlain(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%' || c == '+' || c > 126) {
                return false;
            }
        }
        return true;
    }

    private static int octet(String encoded, int percent) {
        if (percent + 2 < encoded.length()) {
            int high = Character.digit(encoded.charAt(percent + 1), 16);
            int low = Character.digit(encoded.charAt(percent + 2), 16);
            if (high >= 0 && low >= 0) {
                return high * 16 + low;
            }
        }
        throw refused("A parameter is not percent-encoded correctly.");
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw refused("A parameter is not UTF-8.");
        }
    }

    /** The value; an empty one counts as absent (RFC 6749 §3.1). */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The value of a parameter that must be there.
     *
     * @throws RefusedException 400
     */
    public String require(String name) {
        return find(name).orElseThrow(() -> refused("Parameter \"" + name + "\" is missing."));
    }

    /** Whether the name occurs, whatever its value. */
    public boolean contains(String name) {
        return values.containsKey(name);
    }

    /** Those of the parameters that have one of the names. */
    public Parameters only(Set<String> names) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(names);
        return new Parameters(kept);
    }

    /** Those of the parameters that have none of the names. */
    public Parameters without(Set<String> names) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        kept.keySet().removeAll(names);
        return new Parameters(kept);
    }

    /** As a query or a form writes them, every character that means something encoded. */
    public String encoded() {
        return values.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + '=' + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RefusedException refused(String detail) {
        return new RefusedException(Problem.badRequest(detail));
    }

    /** Hides the values: forms carry credentials. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
