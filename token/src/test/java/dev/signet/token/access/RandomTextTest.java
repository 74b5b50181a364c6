package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.signet.token.dpop.DpopProofs;
import dev.signet.token.feed.FeedReader;
import dev.signet.token.forgery.Forge;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.jose.CompactJws;
import dev.signet.token.jose.CompactJws.Form;
import dev.signet.token.jose.StrictJson;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every entry of text answers whatever it is given; none throws. */
class RandomTextTest {

    private static final int ROUNDS = 20_000;
    private static final String MARKS = ".=&%+ \t\r\n\0\"'\\/{}[]:,-_";

    private final Forge forge = Forge.shared();
    private final CryptoProvider crypto = CryptoProvider.best();
    private final TokenValidator validator = forge.validator(crypto, new RevocationState());
    private final FeedReader feed = new FeedReader(Forge.ISSUER, forge.source(crypto));
    private final DpopProofs proofs = new DpopProofs(crypto, InstantSource.fixed(Forge.NOW));
    private final Random random = seeded();

    private static Random seeded() {
        long seed = new Random().nextLong();
        System.out.println("RandomTextTest: seed " + seed);
        return new Random(seed);
    }

    private String text(int lengthMax) {
        int length = random.nextInt(lengthMax + 1);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(6)) {
                case 0 -> text.append(MARKS.charAt(random.nextInt(MARKS.length())));
                case 1 -> text.append((char) random.nextInt(0x100));
                case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                case 3 -> text.append((char) (0xD800 + random.nextInt(0x800)));
                case 4 -> text.append((char) random.nextInt(0x10000));
                default -> text.append("aZ09".charAt(random.nextInt(4)));
            }
        }
        return text.toString();
    }

    /** Of no form, of a token's form, or a good token with something else in it. */
    private String presented(String good) {
        return switch (random.nextInt(4)) {
            case 0 -> text(200);
            case 1 -> text(30) + '.' + text(30) + '.' + text(30);
            case 2 -> {
                int at = random.nextInt(good.length() + 1);
                yield good.substring(0, at) + text(4) + good.substring(at);
            }
            default -> {
                int at = random.nextInt(good.length());
                yield good.substring(0, at) + text(2) + good.substring(at + 1);
            }
        };
    }

    private void eachRound(Consumer<String> entry) {
        String good = forge.token();
        for (int i = 0; i < ROUNDS; i++) {
            String text = presented(good);
            if (!text.equals(good)) {
                assertThatCode(() -> entry.accept(text)).doesNotThrowAnyException();
            }
        }
    }

    static List<String> outsideTheBasicPlane() {
        String one = "\uD800\uDC00";
        return List.of(
                one.repeat(3) + "..",
                ".." + one.repeat(3),
                "." + one.repeat(3) + ".",
                one + "." + one + "." + one,
                one.repeat(3000) + "..");
    }

    @ParameterizedTest
    @MethodSource("outsideTheBasicPlane")
    void a_pair_that_is_one_character_is_malformed(String text) {
        assertThat(validator.validate(text)).isEqualTo(new Verdict.Invalid(Reason.MALFORMED));
        assertThat(validator.introspect(text)).isEqualTo(new Verdict.Invalid(Reason.MALFORMED));
        assertThat(CompactJws.parse(text)).isEqualTo(new Form.Refused(Reason.MALFORMED));
        assertThat(feed.read(text)).isInstanceOf(FeedReader.Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "\0", "\u00e9", "\uD83D\uDE00", "?", "\uFFFD"})
    void a_good_token_with_one_more_character_is_malformed_wherever_it_stands(String more) {
        String good = forge.token();
        for (int at = 0; at <= good.length(); at++) {
            String text = good.substring(0, at) + more + good.substring(at);
            assertThat(validator.validate(text)).isEqualTo(new Verdict.Invalid(Reason.MALFORMED));
        }
    }

    @Test
    void a_validator_is_total() {
        eachRound(text -> {
            assertThat(validator.validate(text)).isInstanceOf(Verdict.Invalid.class);
            assertThat(validator.introspect(text)).isInstanceOf(Verdict.Invalid.class);
            assertThat(validator.validateBoundTo(text, text)).isInstanceOf(Verdict.Invalid.class);
        });
    }

    @Test
    void so_it_is_for_any_text_inside_a_signed_token() {
        for (int i = 0; i < ROUNDS / 10; i++) {
            String escaped = escaped(text(40));
            List<String> claims = List.of("iss", "aud", "sub", "jti", "scope", "exp", "acr", "env");
            String name = claims.get(random.nextInt(claims.size()));
            String inClaims = forge.sign(forge.header(), forge.claims().withText(name, escaped));
            String inHeader = forge.sign(forge.header().withText("kid", escaped), forge.claims());
            String asType = forge.sign(forge.header().withText("typ", escaped), forge.claims());
            for (String token : List.of(inClaims, inHeader, asType)) {
                assertThatCode(() -> validator.validate(token)).doesNotThrowAnyException();
                assertThatCode(() -> feed.read(token)).doesNotThrowAnyException();
            }
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        return escaped.toString();
    }

    @Test
    void a_feed_reader_and_a_checker_of_proofs_are_total() {
        var request = new DpopProofs.Request("GET", "https://a.test/x", Optional.of("\uD800"));
        eachRound(text -> {
            assertThat(feed.read(text)).isInstanceOf(FeedReader.Reading.Refused.class);
            assertThat(proofs.check(text, request)).isInstanceOf(DpopProofs.Outcome.Refused.class);
        });
    }

    @Test
    void the_readers_of_bytes_are_total() {
        eachRound(text -> {
            for (var charset :
                    Set.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.ISO_8859_1,
                            StandardCharsets.UTF_16)) {
                byte[] bytes = text.getBytes(charset);
                StrictJson.parseObject(bytes);
                assertThat(KeySet.parse(bytes, crypto)).isInstanceOf(KeySet.Parsed.Refused.class);
            }
            StrictJson.parseObject(
                    ("{\"" + escaped(text) + "\":\"" + escaped(text) + "\"}")
                            .getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void what_is_read_as_base64url_is_written_the_same() {
        eachRound(text ->
                Base64Url.decode(text)
                        .ifPresent(bytes -> assertThat(Base64Url.encode(bytes)).isEqualTo(text)));
    }
}
