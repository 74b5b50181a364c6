package dev.signet.token.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final String[] FRAGMENTS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        " ",
        "\n",
        "\t",
        "null",
        "true",
        "false",
        "0",
        "-",
        "1",
        ".",
        "e",
        "E+",
        "\"a\"",
        "\"b\":",
        "\"\\u0061\"",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud800",
        "\\udc00",
        "\\n",
        "\\/",
        "\u00e9",
        "\ud83d\ude00",
        "\ufeff",
        "\ufffd",
        "\0",
        "\u007f",
        "NaN",
        "//",
        "/**/",
        "'",
        "1e400",
        "1e-400",
        "-0",
        "-0.0",
        "00",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809"
    };

    /**
     * The library counts the characters of a long number in its own way; so near we do not look.
     */
    private static final Pattern NEAR_THE_BOUND = Pattern.compile("[-+0-9.eE]{31,}");

    private static Optional<Map<String, Object>> parse(String text) {
        return StrictJson.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Object value(String raw) {
        return parse("{\"x\":" + raw + "}").orElseThrow().get("x");
    }

    @Test
    void each_kind_of_value_arrives_in_its_own_type() {
        assertThat(value("\"a\\u00e9\\n\"")).isEqualTo("a\u00e9\n");
        assertThat(value("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(value("-0")).isEqualTo(0L);
        assertThat(value("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(value("1.5e2")).isEqualTo(150.0);
        assertThat(value("true")).isEqualTo(true);
        assertThat(value("null")).isSameAs(StrictJson.NULL);
        assertThat(value("[1,[],{}]")).isEqualTo(List.of(1L, List.of(), Map.of()));
        assertThat(StrictJson.NULL.toString()).isEqualTo("null");
    }

    @Test
    void members_keep_their_order() {
        assertThat(parse("{\"b\":1,\"a\":2,\"c\":3}").orElseThrow().keySet())
                .containsExactly("b", "a", "c");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void eight_levels_are_the_limit(int arrays) {
        String nested = "{\"x\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";

        assertThat(parse(nested).isPresent()).isEqualTo(arrays == 7);
    }

    @Test
    void numbers_of_32_digits_are_the_limit() {
        assertThat(value("9".repeat(32))).isEqualTo(new BigInteger("9".repeat(32)));
        assertThat(parse("{\"x\":" + "9".repeat(33) + "}")).isEmpty();
    }

    @Test
    void long_documents_and_texts_are_read_whole() {
        String text = "\u00e9x\ud83d\ude00".repeat(50_000);

        assertThat(value('"' + text + '"')).isEqualTo(text);
    }

    /** Millions of names of strangers must not stay behind in a table or be mistaken. */
    @Test
    void names_that_hash_alike_are_different_names() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 4_096; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            json.append(i == 0 ? "" : ",").append('"').append(name).append("\":").append(i);
        }

        assertThat(parse(json.append('}').toString()).orElseThrow()).hasSize(4_096);
    }

    @Test
    void what_is_accepted_is_what_the_rfc_accepts() {
        long seed = new SecureRandom().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int accepted = 0;

        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = damaged(document(random, 0).getBytes(StandardCharsets.UTF_8), random);
            if (NEAR_THE_BOUND.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find()) {
                continue;
            }
            Optional<Map<String, Object>> read = StrictJson.parseObject(bytes);
            if (!read.map(Object.class::cast).equals(JsonOracle.parseObject(bytes))) {
                fail("seed " + seed + ": " + HexFormat.of().formatHex(bytes) + " gives " + read);
            }
            accepted += read.isPresent() ? 1 : 0;
        }
        assertThat(accepted).isBetween(15_000, 85_000);
    }

    private static String document(Random random, int depth) {
        StringBuilder object = new StringBuilder(space(random)).append('{');
        int members = random.nextInt(4);
        for (int i = 0; i < members; i++) {
            object.append(i == 0 ? "" : ",").append(space(random));
            object.append(string(random))
                    .append(space(random))
                    .append(':')
                    .append(value(random, depth + 1));
        }
        return object.append(space(random)).append('}').append(space(random)).toString();
    }

    private static String value(Random random, int depth) {
        return space(random)
                + switch (random.nextInt(depth < 8 ? 7 : 5)) {
                    case 0 -> "null";
                    case 1 -> Boolean.toString(random.nextBoolean());
                    case 2 -> number(random);
                    case 3, 4 -> string(random);
                    case 5 -> document(random, depth);
                    default ->
                            "["
                                    + value(random, depth + 1)
                                    + (random.nextBoolean() ? "," + value(random, depth + 1) : "")
                                    + "]";
                }
                + space(random);
    }

    private static String number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt(100) - 50);
            case 1 -> Long.toString(random.nextLong());
            case 2 -> Double.toString(random.nextGaussian());
            default -> random.nextInt(10) + "e" + (random.nextInt(400) - 200);
        };
    }

    private static String string(Random random) {
        StringBuilder string = new StringBuilder("\"");
        for (int i = random.nextInt(4); i > 0; i--) {
            string.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "\\u%04x".formatted(random.nextInt(0xd800));
                        case 1 -> "\\" + "\"\\/bfnrt".charAt(random.nextInt(8));
                        case 2 -> Character.toString(0x20 + random.nextInt(2));
                        case 3 -> Character.toString(0x10000 + random.nextInt(1_000));
                        default -> Character.toString('a' + random.nextInt(3));
                    });
        }
        return string.append('"').toString();
    }

    private static String space(Random random) {
        return random.nextInt(4) == 0 ? " \t\r\n".substring(random.nextInt(4)) : "";
    }

    /** Sometimes not at all, mostly once, seldom several times. */
    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes;
        for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
            int at = random.nextInt(damaged.length);
            damaged =
                    switch (random.nextInt(4)) {
                        case 0 -> flipped(damaged, at, random.nextInt(8));
                        case 1 -> replaced(damaged, at, at, fragment(random));
                        case 2 ->
                                replaced(
                                        damaged,
                                        at,
                                        at + random.nextInt(damaged.length - at + 1),
                                        new byte[0]);
                        default ->
                                replaced(
                                        damaged,
                                        at,
                                        at,
                                        Arrays.copyOfRange(
                                                damaged,
                                                at,
                                                Math.min(damaged.length, at + random.nextInt(9))));
                    };
        }
        return damaged;
    }

    private static byte[] fragment(Random random) {
        return FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << bit);
        return flipped;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] whole = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, whole, 0, from);
        System.arraycopy(by, 0, whole, from, by.length);
        System.arraycopy(bytes, to, whole, from + by.length, bytes.length - to);
        return whole;
    }
}
