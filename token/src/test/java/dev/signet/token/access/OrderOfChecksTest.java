package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.forgery.Forge;
import dev.signet.token.forgery.Json;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of two faults the earlier check is the answer, for every two reasons. */
class OrderOfChecksTest {

    private static final long NOW = Forge.NOW.getEpochSecond();

    /** In the order of the contract. */
    private static final List<Reason> ORDER =
            List.of(
                    Reason.TOO_LARGE,
                    Reason.MALFORMED,
                    Reason.ALG_NOT_ALLOWED,
                    Reason.UNKNOWN_KEY,
                    Reason.KEY_REVOKED,
                    Reason.BAD_SIGNATURE,
                    Reason.WRONG_TYPE,
                    Reason.WRONG_ISSUER,
                    Reason.WRONG_AUDIENCE,
                    Reason.WRONG_ENVIRONMENT,
                    Reason.EXPIRED,
                    Reason.NOT_YET_VALID,
                    Reason.MISSING_CLAIM,
                    Reason.TOO_OLD,
                    Reason.REVOKED_TOKEN,
                    Reason.REVOKED_SESSION,
                    Reason.REVOKED_SUBJECT,
                    Reason.INACTIVE_SUBJECT);

    /** Faults of one field exclude each other. */
    private static final Set<Set<Reason>> ONE_FIELD =
            Set.of(
                    Set.of(Reason.UNKNOWN_KEY, Reason.KEY_REVOKED),
                    Set.of(Reason.REVOKED_SUBJECT, Reason.INACTIVE_SUBJECT));

    private final Forge forge = Forge.shared();
    private final Map<Reason, UnaryOperator<Draft>> faults = new EnumMap<>(Reason.class);

    /** A token before it is signed. */
    private record Draft(Json header, Json claims, boolean signedByStranger) {
        Draft header(String name, String text) {
            return new Draft(header.withText(name, text), claims, signedByStranger);
        }

        Draft claim(String name, String raw) {
            return new Draft(header, claims.with(name, raw), signedByStranger);
        }

        Draft text(String name, String text) {
            return claim(name, '"' + text + '"');
        }
    }

    OrderOfChecksTest() {
        faults.put(Reason.TOO_LARGE, draft -> draft.text("x", "x".repeat(13_000)));
        faults.put(Reason.MALFORMED, draft -> draft.claim("amr", "null"));
        faults.put(Reason.ALG_NOT_ALLOWED, draft -> draft.header("alg", "ES512"));
        faults.put(Reason.UNKNOWN_KEY, draft -> draft.header("kid", "k1"));
        faults.put(Reason.KEY_REVOKED, draft -> draft.header("kid", forge.withdrawn.kid()));
        faults.put(Reason.BAD_SIGNATURE, draft -> new Draft(draft.header, draft.claims, true));
        faults.put(Reason.WRONG_TYPE, draft -> draft.header("typ", "JWT"));
        faults.put(Reason.WRONG_ISSUER, draft -> draft.text("iss", "https://evil.test"));
        faults.put(Reason.WRONG_AUDIENCE, draft -> draft.text("aud", "signet-services"));
        faults.put(Reason.WRONG_ENVIRONMENT, draft -> draft.text("env", "production"));
        faults.put(Reason.EXPIRED, draft -> draft.claim("exp", "1000"));
        faults.put(Reason.NOT_YET_VALID, draft -> draft.claim("nbf", Long.toString(NOW + 60)));
        faults.put(
                Reason.MISSING_CLAIM,
                draft ->
                        new Draft(
                                draft.header,
                                draft.claims.without("client_id"),
                                draft.signedByStranger));
        faults.put(Reason.TOO_OLD, draft -> draft.claim("iat", "500"));
        faults.put(Reason.REVOKED_TOKEN, draft -> draft.text("jti", "tok_revoked"));
        faults.put(Reason.REVOKED_SESSION, draft -> draft.text("sid", "ses_revoked"));
        faults.put(Reason.REVOKED_SUBJECT, draft -> draft.text("sub", "usr_signed_out"));
        faults.put(Reason.INACTIVE_SUBJECT, draft -> draft.text("sub", "usr_disabled"));
    }

    private String token(Reason... withFaultsOf) {
        Draft draft = new Draft(forge.header(), forge.claims(), false);
        for (Reason reason : withFaultsOf) {
            draft = faults.get(reason).apply(draft);
        }
        SigningKey key = draft.signedByStranger ? forge.stranger : forge.key();
        return Forge.sign(key, draft.header.utf8(), draft.claims.utf8());
    }

    private TokenValidator validator() {
        RevocationState state = new RevocationState();
        state.apply(new TokenRevoked("tok_revoked", Forge.NOW));
        state.apply(new SessionRevoked("ses_revoked", Forge.NOW));
        state.apply(
                new SubjectRevoked("usr_signed_out", Forge.NOW, Cause.SESSIONS_REVOKED, Forge.NOW));
        state.apply(
                new SubjectRevoked("usr_disabled", Forge.NOW, Cause.ACCOUNT_DISABLED, Forge.NOW));
        return forge.validator(CryptoProvider.best(), state);
    }

    @Test
    void the_order_names_every_reason() {
        assertThat(ORDER).containsExactlyInAnyOrder(Reason.values());
        assertThat(validator().validate(token())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void each_fault_alone_gives_its_reason() {
        TokenValidator validator = validator();

        assertThat(ORDER)
                .allSatisfy(reason ->
                        assertThat(validator.validate(token(reason)))
                                .isEqualTo(new Verdict.Invalid(reason)));
    }

    @Test
    void of_two_faults_the_earlier_one_is_the_reason() {
        TokenValidator validator = validator();
        List<String> wrong = new ArrayList<>();

        pairs().forEach(pair -> {
            Verdict verdict = validator.validate(token(pair.get(0), pair.get(1)));
            if (!verdict.equals(new Verdict.Invalid(pair.get(0)))) {
                wrong.add(pair + " gives " + verdict);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Stream<List<Reason>> pairs() {
        return ORDER.stream()
                .flatMap(first ->
                        ORDER.subList(ORDER.indexOf(first) + 1, ORDER.size()).stream()
                                .filter(second -> !ONE_FIELD.contains(Set.of(first, second)))
                                .map(second -> List.of(first, second)));
    }

    /** The later judgements of a token that was good go through the same order. */
    @Test
    void a_remembered_token_is_judged_in_the_same_order() {
        RevocationState state = new RevocationState();
        TestClock clock = new TestClock(Forge.NOW);
        TokenValidator validator = forge.validator(CryptoProvider.best(), state, clock);
        String token = token();
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);

        state.apply(new TokenRevoked("tok_0123456789abcdefghij", Forge.NOW));
        assertThat(validator.validate(token)).isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
        clock.set(Forge.NOW.plusSeconds(86_400 * 2));
        assertThat(validator.validate(token)).isEqualTo(new Verdict.Invalid(Reason.EXPIRED));
        clock.set(Forge.NOW.minusSeconds(3_600));
        assertThat(validator.validate(token)).isEqualTo(new Verdict.Invalid(Reason.NOT_YET_VALID));
    }
}
