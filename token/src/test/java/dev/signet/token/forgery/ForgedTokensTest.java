package dev.signet.token.forgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.signet.token.access.TokenValidator;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.CryptoProvider.Choice;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No bad token passes, and each is refused for the right reason, whatever provider verifies. */
class ForgedTokensTest {

    private final Forge forge = Forge.shared();

    @Test
    void there_are_hundreds_of_kinds_and_every_reason_among_them() {
        List<Forgery> forgeries = Forgeries.all(forge);

        Set<String> kinds =
                forgeries.stream()
                        .map(Forgery::kind)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        forgeries.forEach(forgery -> reasons.add(forgery.expected()));
        System.out.println("kinds of forged tokens: " + kinds.size());
        assertThat(kinds).hasSizeGreaterThan(500);
        assertThat(reasons).containsExactlyInAnyOrder(Reason.values());
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "ACCP"})
    void each_is_invalid_for_its_one_reason(Choice provider) {
        TokenValidator validator =
                forge.validator(CryptoProvider.of(provider), RevokedTokens.state(forge));
        String good = forge.token();
        List<String> wrong = new ArrayList<>();

        for (Forgery forgery : Forgeries.all(forge)) {
            assertThat(validator.validate(good)).isInstanceOf(Verdict.Valid.class);
            Verdict verdict = validator.validate(forgery.token());
            if (!verdict.equals(new Verdict.Invalid(forgery.expected()))) {
                wrong.add(forgery + ", but " + verdict);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The same question for a second time is answered from memory, if it is answered so at all. */
    @Test
    void asking_again_does_not_help() {
        TokenValidator validator =
                forge.validator(CryptoProvider.best(), RevokedTokens.state(forge));

        for (Forgery forgery : Forgeries.all(forge)) {
            Verdict first = validator.validate(forgery.token());
            assertThat(validator.validate(forgery.token())).as(forgery.kind()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void no_single_flipped_bit_is_overlooked(Algorithm algorithm) {
        SigningKey key = forge.key(algorithm);
        String token = Forge.sign(key, forge.header(key).utf8(), forge.claims().utf8());
        TokenValidator validator = forge.validator(CryptoProvider.best(), new RevocationState());
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);

        for (int i = 0; i < token.length(); i++) {
            for (int bit = 0; bit < 8; bit++) {
                char flipped = (char) (token.charAt(i) ^ (1 << bit));
                String forged = token.substring(0, i) + flipped + token.substring(i + 1);
                if (!(validator.validate(forged) instanceof Verdict.Invalid)) {
                    fail("bit %d of character %d".formatted(bit, i));
                }
            }
        }
    }

    @Test
    void what_a_profile_does_not_name_is_refused_though_the_key_is_published() {
        TokenValidator strict =
                new TokenValidator(
                        Forge.profile().withAlgorithms(Set.of(Algorithm.ES256)),
                        forge.source(CryptoProvider.best()),
                        new RevocationState(),
                        () -> Forge.NOW);

        for (Algorithm algorithm : EnumSet.complementOf(EnumSet.of(Algorithm.ES256))) {
            SigningKey key = forge.key(algorithm);
            String token = Forge.sign(key, forge.header(key).utf8(), forge.claims().utf8());
            assertThat(strict.validate(token))
                    .isEqualTo(new Verdict.Invalid(Reason.ALG_NOT_ALLOWED));
        }
        assertThat(strict.validate(forge.token())).isInstanceOf(Verdict.Valid.class);
    }
}
