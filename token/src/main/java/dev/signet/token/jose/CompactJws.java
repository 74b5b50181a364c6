package dev.signet.token.jose;

import dev.signet.token.limit.TokenLimits;
import dev.signet.token.verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JWS in compact serialization (RFC 7515 §7.1) whose form is canonical and whose signature nobody
 * has looked at yet. The arrays are the reader's own; nobody changes them.
 */
public final class CompactJws {

    /** Longest token that is looked at, in characters. */
    public static final int LENGTH_MAX = TokenLimits.TOKEN_LENGTH_MAX;

    /**
     * Extensions that change what is signed or must be understood (RFC 7515 §4.1.11); we know none.
     */
    private static final Set<String> FORBIDDEN = Set.of("crit", "b64", "zip", "enc");

    private static final Form MALFORMED = new Form.Refused(Reason.MALFORMED);
    private static final Form TOO_LARGE = new Form.Refused(Reason.TOO_LARGE);

    /**
     * The tokens of one key all begin alike, so the last header that was read mostly comes again.
     */
    private static volatile KnownHeader lastHeader = new KnownHeader(new byte[] {'.'}, Map.of());

    private final Map<String, Object> header;
    private final Map<String, Object> payload;
    private final byte[] signingInput;
    private final byte[] signature;

    private CompactJws(
            Map<String, Object> header,
            Map<String, Object> payload,
            byte[] signingInput,
            byte[] signature) {
        this.header = header;
        this.payload = Collections.unmodifiableMap(payload);
        this.signingInput = signingInput;
        this.signature = signature;
    }

    /** A usable header and how it was spelled. */
    @SuppressWarnings("ArrayRecordComponent") // compared by range
    private record KnownHeader(byte[] ascii, Map<String, Object> members) {
        boolean begins(byte[] token, int end) {
            return Arrays.equals(ascii, 0, ascii.length, token, 0, end);
        }
    }

    /** A token's form: either a JWS, or the reason why it is none. */
    public sealed interface Form {
        /** Canonical; says nothing about the signature. */
        record Canonical(CompactJws jws) implements Form {}

        /** {@code TOO_LARGE} or {@code MALFORMED}. */
        record Refused(Reason reason) implements Form {}
    }

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
        byte[] ascii = token.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length != token.length()) { // two characters of a pair become one '?'
            return MALFORMED;
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (second < 0 || token.indexOf('.', second + 1) >= 0) {
            return MALFORMED;
        }
        return parse(ascii, first, second);
    }

    /** Reads the three parts; what was not ASCII is a '?' by now, which no part may hold. */
    private static Form parse(byte[] ascii, int first, int second) {
        Optional<Map<String, Object>> header = header(ascii, first);
        Optional<Map<String, Object>> payload = json(ascii, first + 1, second);
        Optional<byte[]> signature = Base64Url.decode(ascii, second + 1, ascii.length);
        if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
            return MALFORMED;
        }
        byte[] signingInput = Arrays.copyOf(ascii, second);
        return new Form.Canonical(
                new CompactJws(header.get(), payload.get(), signingInput, signature.get()));
    }

    /** Empty when it is no strict JSON, or says what we must not pass over. */
    private static Optional<Map<String, Object>> header(byte[] ascii, int end) {
        KnownHeader known = lastHeader;
        if (known.begins(ascii, end)) {
            return Optional.of(known.members());
        }
        Optional<Map<String, Object>> read =
                json(ascii, 0, end)
                        .filter(CompactJws::headerIsUsable)
                        .map(Collections::unmodifiableMap);
        read.ifPresent(members -> lastHeader = new KnownHeader(Arrays.copyOf(ascii, end), members));
        return read;
    }

    private static Optional<Map<String, Object>> json(byte[] ascii, int from, int to) {
        return Base64Url.decode(ascii, from, to).flatMap(StrictJson::parseObject);
    }

    private static boolean headerIsUsable(Map<String, Object> header) {
        return Collections.disjoint(FORBIDDEN, header.keySet())
                && isTextOrAbsent(header, "alg")
                && isTextOrAbsent(header, "kid")
                && isTextOrAbsent(header, "typ");
    }

    private static boolean isTextOrAbsent(Map<String, Object> header, String name) {
        Object value = header.get(name);
        return value == null || value instanceof String;
    }

    /** The protected header's members. */
    public Map<String, Object> header() {
        return header;
    }

    /** The claims. */
    public Map<String, Object> payload() {
        return payload;
    }

    /** The ASCII bytes that the signature covers. */
    public byte[] signingInput() {
        return signingInput;
    }

    /** The signature's bytes; of any length, also none. */
    public byte[] signature() {
        return signature;
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
     * left out and the case of ASCII letters does not matter (RFC 7515 §4.1.9).
     */
    public boolean hasType(String type) {
        String written = text("typ").orElse("");
        if (written.equals(type)) {
            return true;
        }
        return written.chars().allMatch(c -> c < 0x80)
                && (written.equalsIgnoreCase(type)
                        || written.equalsIgnoreCase("application/" + type));
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
