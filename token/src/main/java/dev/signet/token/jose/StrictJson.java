package dev.signet.token.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.signet.token.limit.TokenLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON objects (RFC 8259) read strictly: valid UTF-8, no duplicate members however they are
 * spelled, no lone surrogates, nothing behind the closing brace, bounded depth and numbers.
 *
 * <p>Values arrive as {@code String}, {@code Long}, {@code BigInteger} (beyond a {@code Long}),
 * finite {@code Double}, {@code Boolean}, {@code List}, {@code Map} or {@link #NULL}.
 */
public final class StrictJson {

    /** JSON's {@code null}: present, and of no use to any claim. */
    public static final Object NULL =
            new Object() {
                @Override
                public String toString() {
                    return "null";
                }
            };

    private static final char REPLACEMENT = '\uFFFD';

    /** Names come from strangers: they are neither interned nor kept in a shared table. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(TokenLimits.JSON_DEPTH_MAX)
                                    .maxNumberLength(TokenLimits.JSON_NUMBER_LENGTH_MAX)
                                    .build())
                    .build();

    private StrictJson() {}

    /** The object's members in their order, or empty when the bytes are not one strict object. */
    public static Optional<Map<String, Object>> parseObject(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(decode(utf8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Object> members = object(parser);
            return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
        } catch (IOException notStrictJson) {
            return Optional.empty();
        }
    }

    /** The fast decoder replaces what is invalid, so a replacement is looked at a second time. */
    private static String decode(byte[] utf8) throws CharacterCodingException {
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (members.put(text(name), value(parser)) != null) {
                throw new IOException("duplicate member");
            }
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            default -> throw new IOException("unexpected token");
        };
    }

    private static Object integer(JsonParser parser) throws IOException {
        return parser.getNumberType() == NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Object) parser.getLongValue();
    }

    private static double finite(double number) throws IOException {
        if (Double.isInfinite(number)) {
            throw new IOException("a number beyond all bounds");
        }
        return number;
    }

    /** Escapes can write half a character, which no UTF-8 text can hold. */
    private static String text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                requirePairs(text);
                return text;
            }
        }
        return text;
    }

    private static void requirePairs(String text) throws IOException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IOException("lone surrogate");
        }
    }
}
