package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.forgery.Forge;
import dev.signet.token.forgery.Json;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeySource.Lookup;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.token.verdict.Verdict.Cause;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenValidatorTest {

    private static final String JTI = "tok_0123456789abcdefghij";

    private final Forge forge = Forge.shared();
    private final RevocationState revocations = new RevocationState();
    private final List<String> asked = new ArrayList<>();
    private KeySource source = forge.source(CryptoProvider.best());
    private final TokenValidator validator =
            new TokenValidator(
                    Forge.profile(), this::find, revocations, InstantSource.fixed(Forge.NOW));

    private Lookup find(String kid) {
        asked.add(kid);
        return source.find(kid);
    }

    private static Verdict invalid(Reason reason) {
        return new Verdict.Invalid(reason);
    }

    private String withKid(String kid) {
        return forge.sign(forge.header().withText("kid", kid), forge.claims());
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void a_key_that_cannot_be_looked_up_is_our_fault(Cause cause) {
        source = kid -> new Lookup.Unavailable(cause);

        assertThat(validator.validate(forge.token())).isEqualTo(new Verdict.Unavailable(cause));
    }

    @Test
    void a_remembered_token_whose_key_cannot_be_looked_up_any_more_is_our_fault_too() {
        String token = forge.token();
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);
        KeySource reachable = source;

        source = kid -> new Lookup.Unavailable(Cause.KEYS);
        assertThat(validator.validate(token)).isEqualTo(new Verdict.Unavailable(Cause.KEYS));
        source = reachable;
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_remembered_token_ends_with_its_key() {
        String token = forge.token();
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);

        source = kid -> new Lookup.Unknown();
        assertThat(validator.validate(token)).isEqualTo(invalid(Reason.UNKNOWN_KEY));
        source = kid -> new Lookup.Revoked();
        assertThat(validator.validate(token)).isEqualTo(invalid(Reason.KEY_REVOKED));
        source = kid -> new Lookup.Found(forge.second.verificationKey());
        assertThat(validator.validate(token)).isEqualTo(invalid(Reason.BAD_SIGNATURE));
    }

    @Test
    void a_remembered_token_stays_good_when_the_same_key_is_fetched_again() {
        String token = forge.token();
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);

        source = forge.source(CryptoProvider.best());
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_key_revoked_by_the_feed_is_not_even_asked_for() {
        String token = forge.token();
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);
        asked.clear();

        revocations.apply(new KeyRevoked(forge.key().kid()));

        assertThat(validator.validate(token)).isEqualTo(invalid(Reason.KEY_REVOKED));
        assertThat(validator.validate(forge.token())).isEqualTo(invalid(Reason.KEY_REVOKED));
        assertThat(asked).isEmpty();
    }

    @Test
    void names_that_no_key_can_have_are_not_asked_for() {
        assertThat(validator.validate(withKid(""))).isEqualTo(invalid(Reason.UNKNOWN_KEY));
        assertThat(validator.validate(withKid("k".repeat(129))))
                .isEqualTo(invalid(Reason.UNKNOWN_KEY));
        assertThat(asked).isEmpty();

        validator.validate(withKid("k".repeat(128)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void what_is_refused_for_form_or_algorithm_asks_for_no_key() {
        validator.validate("x.y.z");
        validator.validate(forge.sign(forge.header().withText("alg", "none"), forge.claims()));
        validator.validate(forge.sign(forge.header(), forge.claims().with("exp", "null")));

        assertThat(asked).isEmpty();
    }

    @Test
    void a_bound_token_is_good_only_beside_a_proof_by_its_key() {
        String thumbprint = forge.stranger.verificationKey().thumbprint();
        Json confirmation = forge.claims().with("cnf", "{\"jkt\":\"" + thumbprint + "\"}");
        String bound = forge.sign(forge.header(), confirmation);
        String other = Base64Url.encode(new byte[32]);

        for (int round = 0; round < 2; round++) { // the second one from memory
            assertThat(validator.validate(bound)).isEqualTo(invalid(Reason.WRONG_TYPE));
            assertThat(validator.validateBoundTo(bound, other))
                    .isEqualTo(invalid(Reason.WRONG_TYPE));
            assertThat(validator.introspect(bound)).isInstanceOf(Verdict.Valid.class);
            assertThat(validator.validateBoundTo(bound, thumbprint))
                    .isInstanceOf(Verdict.Valid.class);
        }
    }

    @Test
    void a_bearer_token_is_not_good_beside_a_proof() {
        String token = forge.token();
        String thumbprint = forge.stranger.verificationKey().thumbprint();

        assertThat(validator.validateBoundTo(token, thumbprint))
                .isEqualTo(invalid(Reason.WRONG_TYPE));
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);
        assertThat(validator.validateBoundTo(token, thumbprint))
                .isEqualTo(invalid(Reason.WRONG_TYPE));
    }

    @Test
    void a_stolen_bound_token_is_of_the_wrong_type_before_it_is_revoked() {
        Json confirmation =
                forge.claims().with("cnf", "{\"jkt\":\"" + Base64Url.encode(new byte[32]) + "\"}");
        String bound = forge.sign(forge.header(), confirmation);
        validator.introspect(bound);
        revocations.apply(new TokenRevoked(JTI, Forge.NOW));

        assertThat(validator.validate(bound)).isEqualTo(invalid(Reason.WRONG_TYPE));
        assertThat(validator.introspect(bound)).isEqualTo(invalid(Reason.REVOKED_TOKEN));
    }

    /** Two signatures of the same claims are two texts and one token. */
    @Test
    void a_revocation_meets_every_spelling() {
        String one = forge.token();
        String two = forge.token();
        assertThat(one).isNotEqualTo(two);
        assertThat(validator.validate(one)).isInstanceOf(Verdict.Valid.class);

        revocations.apply(new TokenRevoked(JTI, Forge.NOW));

        assertThat(validator.validate(one)).isEqualTo(invalid(Reason.REVOKED_TOKEN));
        assertThat(validator.validate(two)).isEqualTo(invalid(Reason.REVOKED_TOKEN));
    }

    @Test
    void an_equal_text_is_the_same_token() {
        String token = forge.token();
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);

        assertThat(validator.validate(new String(token.toCharArray())))
                .isEqualTo(validator.validate(token));
        assertThat(validator.validate(token + "=")).isEqualTo(invalid(Reason.MALFORMED));
    }

    @Test
    void services_and_users_are_judged_by_audience() {
        TokenProfile both =
                TokenProfile.of(
                        Forge.ISSUER, Set.of(Forge.AUDIENCE, "signet-services"), Forge.ENVIRONMENT);
        TokenValidator open = new TokenValidator(both, source, revocations, () -> Forge.NOW);
        String service =
                forge.sign(
                        forge.header(),
                        forge.claims()
                                .withText("aud", "signet-services")
                                .withText("token_type", "service")
                                .without("sid"));

        assertThat(open.validate(service)).isInstanceOf(Verdict.Valid.class);
        assertThat(validator.validate(service)).isEqualTo(invalid(Reason.WRONG_AUDIENCE));
    }
}
