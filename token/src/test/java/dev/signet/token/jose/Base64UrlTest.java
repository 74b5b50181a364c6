package dev.signet.token.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base64UrlTest {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String OTHERS = "=+/. \n\0\u007f\u00e9\u0141\uff21\ud800";

    /** A text is canonical when encoding what a lenient decoder reads gives it back. */
    private static Optional<byte[]> oracle(String text) {
        if (!text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) || text.length() % 4 == 1) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return encoded.equals(text) ? Optional.of(bytes) : Optional.empty();
    }

    private static void check(String text) {
        Optional<byte[]> decoded = Base64Url.decode(text);
        Optional<byte[]> expected = oracle(text);
        boolean same =
                decoded.isPresent() == expected.isPresent()
                        && (decoded.isEmpty()
                                || java.util.Arrays.equals(decoded.get(), expected.get()));
        if (!same) {
            fail("'" + text + "' of length " + text.length());
        }
    }

    private static void checkAll(String prefix, String characters, int length) {
        check(prefix);
        if (length > 0) {
            characters.chars().forEach(c -> checkAll(prefix + (char) c, characters, length - 1));
        }
    }

    @Test
    void every_text_of_up_to_three_characters_is_read_like_the_oracle_reads_it() {
        checkAll("", ALPHABET + OTHERS, 3);
    }

    @Test
    void every_text_of_five_characters_of_a_few_is_read_like_the_oracle_reads_it() {
        checkAll("", "AQgw_-019=+ \u0141", 5);
    }

    @Test
    void every_single_character_is_either_in_the_alphabet_or_refused() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertThat(Base64Url.decode("AA" + (char) c + "A").isPresent())
                    .isEqualTo(ALPHABET.indexOf(c) >= 0);
        }
    }

    @Test
    void random_bytes_come_back() {
        long seed = new SecureRandom().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            String text = Base64Url.encode(bytes);
            assertThat(Base64Url.decode(text).orElseThrow()).isEqualTo(bytes);
            check(damaged(text, random));
        }
    }

    private static String damaged(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String strange = (ALPHABET + OTHERS).substring(random.nextInt(64 + OTHERS.length()));
        return text.substring(0, at)
                + strange.charAt(0)
                + text.substring(random.nextBoolean() || at == text.length() ? at : at + 1);
    }

    @Test
    void a_slice_is_read_alone() {
        byte[] ascii = "=AQID.".getBytes(StandardCharsets.US_ASCII);

        assertThat(Base64Url.decode(ascii, 1, 5).orElseThrow()).containsExactly(1, 2, 3);
        assertThat(Base64Url.decode(ascii, 1, 1).orElseThrow()).isEmpty();
        assertThat(Base64Url.decode(ascii, 0, 4)).isEmpty();
        assertThat(Base64Url.decode(ascii, 2, 6)).isEmpty();
    }

    @Test
    void texts_are_encoded_as_utf8() {
        assertThat(Base64Url.encode("\u00fc\ud83d\ude00")).isEqualTo("w7zwn5iA");
    }
}
