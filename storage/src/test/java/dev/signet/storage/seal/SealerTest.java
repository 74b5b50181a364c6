package dev.signet.storage.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.storage.seal.Opening.Cause;
import dev.signet.storage.seal.Opening.Opened;
import dev.signet.storage.seal.Opening.Refused;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyEncryptionKey KEY =
            KeyEncryptionKey.fromBase64("3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=");
    private static final KeyEncryptionKey OTHER_KEY =
            KeyEncryptionKey.fromBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaG96tvu8=");
    private static final byte[] PLAIN = "a private key".getBytes(UTF_8);

    private final Sealer sealer = KEY.forPurpose("signing-keys", RANDOM);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 4096, SealedBox.PLAIN_BYTES_MAX})
    void what_was_sealed_opens_again(int length) {
        byte[] plain = new byte[length];
        RANDOM.nextBytes(plain);

        assertThat(plain(sealer.open(sealer.seal(plain, "kid 1"), "kid 1"))).isEqualTo(plain);
    }

    @Test
    void a_keyed_hash_is_the_same_for_the_same_value_context_purpose_and_key_alone() {
        byte[] value = {1, 2, 3};

        byte[] hash = sealer.keyedHash(value, "context");

        assertThat(hash)
                .hasSize(32)
                .isEqualTo(KEY.forPurpose("signing-keys", RANDOM).keyedHash(value, "context"));
        assertThat(hash)
                .isNotEqualTo(KEY.forPurpose("other", RANDOM).keyedHash(value, "context"))
                .isNotEqualTo(
                        OTHER_KEY.forPurpose("signing-keys", RANDOM).keyedHash(value, "context"))
                .isNotEqualTo(sealer.keyedHash(value, "contex"))
                .isNotEqualTo(sealer.keyedHash(new byte[] {1, 2}, "context"));
        assertThat(sealer.keyedHash(new byte[] {'b'}, "a"))
                .isNotEqualTo(sealer.keyedHash(new byte[0], "ab"));
    }

    @Test
    void a_box_of_the_first_version_opens_for_ever() {
        var box =
                new SealedBox(
                        HexFormat.of()
                                .parseHex(
                                        "01d370e90da43ef9e536813869a0a26d4c97cb0f706b3357c58a8d29f174"
                                                + "07291f8cceb885771b0e185dab9deb7fd11596c5"));

        assertThat(plain(sealer.open(box, "kid 1"))).isEqualTo(PLAIN);
    }

    @Test
    void two_boxes_of_the_same_value_differ_in_nonce_and_ciphertext() {
        byte[] one = sealer.seal(PLAIN, "kid 1").bytes();
        byte[] two = sealer.seal(PLAIN, "kid 1").bytes();

        assertThat(Arrays.copyOfRange(one, 9, 21)).isNotEqualTo(Arrays.copyOfRange(two, 9, 21));
        assertThat(Arrays.copyOfRange(one, 21, one.length))
                .isNotEqualTo(Arrays.copyOfRange(two, 21, two.length));
    }

    @Test
    void every_changed_bit_keeps_the_box_closed() {
        byte[] bytes = sealer.seal(PLAIN, "kid 1").bytes();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThat(sealer.open(new SealedBox(changed), "kid 1"))
                    .as("bit %d", bit)
                    .isEqualTo(new Refused(causeOfChange(bit / Byte.SIZE)));
        }
    }

    private static Cause causeOfChange(int position) {
        if (position == 0) {
            return Cause.OTHER_VERSION;
        }
        return position < SealedBox.HEADER_BYTES ? Cause.OTHER_KEY : Cause.CHANGED;
    }

    @Test
    void a_truncated_or_extended_box_stays_closed() {
        byte[] bytes = sealer.seal(PLAIN, "kid 1").bytes();

        for (int length = SealedBox.BYTES_MIN; length < bytes.length; length++) {
            assertThat(sealer.open(new SealedBox(Arrays.copyOf(bytes, length)), "kid 1"))
                    .isEqualTo(new Refused(Cause.CHANGED));
        }
        assertThat(sealer.open(new SealedBox(Arrays.copyOf(bytes, bytes.length + 1)), "kid 1"))
                .isEqualTo(new Refused(Cause.CHANGED));
    }

    @Test
    void a_box_in_another_context_stays_closed() {
        SealedBox box = sealer.seal(PLAIN, "kid 1");

        assertThat(sealer.open(box, "kid 2")).isEqualTo(new Refused(Cause.CHANGED));
        assertThat(sealer.open(box, "")).isEqualTo(new Refused(Cause.CHANGED));
    }

    @Test
    void another_key_or_another_purpose_is_told_from_a_change() {
        SealedBox box = sealer.seal(PLAIN, "kid 1");

        assertThat(OTHER_KEY.forPurpose("signing-keys", RANDOM).open(box, "kid 1"))
                .isEqualTo(new Refused(Cause.OTHER_KEY));
        assertThat(KEY.forPurpose("client-secrets", RANDOM).open(box, "kid 1"))
                .isEqualTo(new Refused(Cause.OTHER_KEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 36, SealedBox.BYTES_MIN + SealedBox.PLAIN_BYTES_MAX + 1})
    void a_length_that_no_box_has_is_refused(int length) {
        assertThatThrownBy(() -> new SealedBox(new byte[length]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_that_is_too_long_is_refused() {
        byte[] tooLong = new byte[SealedBox.PLAIN_BYTES_MAX + 1];

        assertThatThrownBy(() -> sealer.seal(tooLong, "kid 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_purpose_has_a_name() {
        assertThatThrownBy(() -> KEY.forPurpose("", RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KEY.forPurpose("x".repeat(65), RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_here_prints_a_value_and_nobody_can_change_a_box() {
        SealedBox box = sealer.seal(PLAIN, "kid 1");
        box.bytes()[30] ^= 1;

        assertThat(sealer.open(box, "kid 1")).hasToString("Opened[hidden]");
        assertThat(box).hasToString("SealedBox[50 bytes]").isEqualTo(new SealedBox(box.bytes()));
    }

    private static byte[] plain(Opening opening) {
        return switch (opening) {
            case Opened(byte[] plain) -> plain;
            case Refused(Cause cause) -> throw new AssertionError(cause);
        };
    }
}
