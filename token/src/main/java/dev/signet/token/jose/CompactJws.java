package dev.signet.token.jose;

import dev.signet.token.verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JWS in compact serialization (RFC 7515 §7.1) whose form is canonical and whose signature nobody
 * has looked at yet.
 *
 * @param header the protected header's members
 * @param payload the claims
 * @param signingInput the ASCII bytes that the signature covers
 * @param signature not empty
 */
public record CompactJws(
        Map<String, Object> header,
        Map<String, Object> payload,
        byte[] signingInput,
        byte[] signature) {

    /** Longest token that is looked at, in characters. */
    public static final int LENGTH_MAX = 16 * 1024;

    private static final Set<String> FORBIDDEN = Set.of("crit", "b64", "zip", "enc");

    /** A token's form: either a JWS, or the reason why it is none. */
    public sealed interface Form {
        /** Canonical; says nothing about the signature. */
        record Canonical(CompactJws jws) implements Form {}

        /** {@code TOO_LARGE} or {@code MALFORMED}. */
        record Refused(Reason reason) implements Form {}
    }

    private static final Form MALFORMED = new Form.Refused(Reason.MALFORMED);
    private static final Form TOO_LARGE = new Form.Refused(Reason.TOO_LARGE);

    /** Reads the form of a text that claims to be a token of at most {@link #LENGTH_MAX}. */
    public static Form parse(String token) {
        return parse(token, LENGTH_MAX);
    }

    /**
     * Reads the form of a text that claims to be a JWS.
     *
     * @param lengthMax characters; a longer text is refused unread
     */
    public static Form parse(String token, int lengthMax) {
        if (token.length() > lengthMax) {
            return TOO_LARGE;
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 1 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            return MALFORMED;
        }
        Optional<Map<String, Object>> header = json(token.substring(0, first));
        Optional<Map<String, Object>> payload = json(token.substring(first + 1, second));
        Optional<byte[]> signature = Base64Url.decode(token.substring(second + 1));
        if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
            return MALFORMED;
        }
        if (!headerIsUsable(header.get())) {
            return MALFORMED;
        }
        byte[] signingInput = token.substring(0, second).getBytes(StandardCharsets.ISO_8859_1);
        return new Form.Canonical(
                new CompactJws(header.get(), payload.get(), signingInput, signature.get()));
    }

    private static Optional<Map<String, Object>> json(String part) {
        return Base64Url.decode(part).flatMap(StrictJson::parseObject);
    }

    /**
     * Extensions that change what is signed or how must be understood (RFC 7515 §4.1.11); we know
     * none.
     */
    private static boolean headerIsUsable(Map<String, Object> header) {
        for (Map.Entry<String, Object> member : header.entrySet()) {
            if (FORBIDDEN.contains(member.getKey())) {
                return false;
            }
        }
        return isTextOrAbsent(header, "alg")
                && isTextOrAbsent(header, "kid")
                && isTextOrAbsent(header, "typ");
    }

    private static boolean isTextOrAbsent(Map<String, Object> header, String name) {
        Object value = header.get(name);
        return value == null || value instanceof String;
    }

    /** {@code alg} as written; empty when absent. */
    public Optional<String> alg() {
        return text("alg");
    }

    /** {@code kid} as written; empty when absent. */
    public Optional<String> kid() {
        return text("kid");
    }

    /**
     * Whether the header's {@code typ} is that media type; the prefix {@code application/} may be
     * left out and case does not matter (RFC 7515 §4.1.9).
     */
    public boolean hasType(String type) {
        String written = text("typ").orElse("");
        return written.equalsIgnoreCase(type) || written.equalsIgnoreCase("application/" + type);
    }

    private Optional<String> text(String name) {
        return header.get(name) instanceof String value ? Optional.of(value) : Optional.empty();
    }

    /** Hides everything: a token is a credential. */
    @Override
    public String toString() {
        return "CompactJws[hidden]";
    }
}
