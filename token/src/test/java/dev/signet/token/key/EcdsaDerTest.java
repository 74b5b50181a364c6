package dev.signet.token.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcdsaDerTest {

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void numbers_are_as_short_as_they_can_be_and_positive() {
        byte[] joined =
                hex(
                        "00000000000000000000000000000000000000000000000000000000000000ff"
                                + "0000000000000000000000000000000000000000000000000000000000000001");

        assertThat(EcdsaDer.encode(joined)).isEqualTo(hex("3007" + "020200ff" + "020101"));
        assertThat(EcdsaDer.decode(hex("3007" + "020200ff" + "020101"), 64)).isEqualTo(joined);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 96})
    void any_signature_comes_back(int length) {
        long seed = new SecureRandom().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            byte[] joined = new byte[length];
            random.nextBytes(joined);
            java.util.Arrays.fill(joined, 0, random.nextInt(4), (byte) 0);
            java.util.Arrays.fill(joined, length / 2, length / 2 + random.nextInt(4), (byte) 0);
            byte[] der = EcdsaDer.encode(joined);
            assertThat(der[1]).isEqualTo((byte) (der.length - 2)).isPositive();
            assertThat(EcdsaDer.decode(der, length)).isEqualTo(joined);
        }
    }
}
