package dev.signet.token.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import dev.signet.token.forgery.Forge;
import dev.signet.token.jose.Algorithm;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The providers check all this too, as far as we know; here nobody else does. */
class SignatureFormTest {

    private static final BigInteger P256_ORDER =
            new BigInteger(
                    "115792089210356248762697446949407573529996955224135760342422259061068512044369");
    private static final BigInteger P384_ORDER =
            new BigInteger(
                    "39402006196394479212279040100143613805079739270465446667946905279627659399113263569398956308152294913554433653942643");

    private static SignatureForm form(Algorithm algorithm) {
        JWK jwk = Forge.shared().key(algorithm).verificationKey().jwk();
        return SignatureForm.of(algorithm, jwk);
    }

    private static byte[] joined(BigInteger r, BigInteger s, int half) {
        byte[] joined = new byte[2 * half];
        put(r, joined, half);
        put(s, joined, 2 * half);
        return joined;
    }

    private static void put(BigInteger number, byte[] joined, int end) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        System.arraycopy(bytes, from, joined, end - bytes.length + from, bytes.length - from);
    }

    @ParameterizedTest
    @CsvSource({"ES256, 32", "ES384, 48"})
    void both_halves_lie_between_zero_and_the_order(Algorithm algorithm, int half) {
        BigInteger order = algorithm == Algorithm.ES256 ? P256_ORDER : P384_ORDER;
        BigInteger most = order.subtract(BigInteger.ONE);
        BigInteger ones = BigInteger.ONE.shiftLeft(8 * half).subtract(BigInteger.ONE);
        SignatureForm form = form(algorithm);

        for (BigInteger good : new BigInteger[] {BigInteger.ONE, BigInteger.TWO.pow(200), most}) {
            assertThat(form.fits(joined(good, most, half))).isTrue();
            assertThat(form.fits(joined(BigInteger.ONE, good, half))).isTrue();
            for (BigInteger bad :
                    new BigInteger[] {BigInteger.ZERO, order, order.add(BigInteger.ONE), ones}) {
                assertThat(form.fits(joined(bad, good, half))).isFalse();
                assertThat(form.fits(joined(good, bad, half))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ES256, 64", "ES384, 96", "EDDSA, 64", "RS256, 384", "PS256, 384"})
    void there_is_one_length(Algorithm algorithm, int length) {
        SignatureForm form = form(algorithm);

        assertThat(IntStream.range(0, 600).filter(l -> form.fits(filled(l))))
                .containsExactly(length);
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0x55);
        return bytes;
    }

    @Test
    void a_number_of_any_bytes_is_found_not_to_be_zero() {
        SignatureForm form = form(Algorithm.ES256);
        for (int i = 0; i < 64; i++) {
            byte[] signature = new byte[64];
            signature[31] = 1;
            signature[63] = 1;
            assertThat(form.fits(signature)).isTrue();
            signature[i < 32 ? 31 : 63] = 0;
            assertThat(form.fits(signature)).isFalse();
            signature[i] = (byte) 0x80;
            assertThat(form.fits(signature)).isTrue();
        }
    }
}
