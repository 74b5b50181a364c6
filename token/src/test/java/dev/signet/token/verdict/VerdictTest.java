package dev.signet.token.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Verdict.Cause;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static Identity identity(String subject, String tokenId, Instant expiresAt) {
        return new Identity(
                Kind.USER,
                subject,
                "https://i",
                new HashSet<>(Set.of("a")),
                tokenId,
                Optional.empty(),
                "client",
                new HashSet<>(Set.of("openid")),
                new HashSet<>(Set.of("chat:use")),
                Optional.of("alice@example.test"),
                "test",
                NOW,
                expiresAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void there_are_three_answers_and_each_has_its_name() {
        Identity identity = identity("alice", "t", NOW.plusSeconds(1));

        assertThat(
                        Stream.of(
                                        new Verdict.Valid(identity),
                                        new Verdict.Invalid(Reason.EXPIRED),
                                        new Verdict.Unavailable(Cause.KEYS))
                                .map(Verdict::name))
                .containsExactly("VALID", "INVALID", "UNAVAILABLE");
    }

    /** The contract's spelling, written down a second time. */
    @Test
    void the_reasons_are_those_of_the_contract() {
        String contract =
                "malformed too_large alg_not_allowed unknown_key key_revoked bad_signature wrong_type"
                        + " wrong_issuer wrong_audience wrong_environment expired not_yet_valid"
                        + " missing_claim too_old revoked_token revoked_session revoked_subject"
                        + " inactive_subject";

        assertThat(Stream.of(Reason.values()).map(Reason::code))
                .containsExactly(contract.split(" "));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_code_leads_back_to_its_reason_and_nothing_else_does(Reason reason) {
        assertThat(Reason.ofCode(reason.code())).contains(reason);
        assertThat(Reason.ofCode(reason.code().toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(Reason.ofCode(reason.code() + " ")).isEmpty();
        assertThat(Reason.ofCode("")).isEmpty();
    }

    @Test
    void an_identity_cannot_be_changed() {
        Identity identity = identity("alice", "t", NOW.plusSeconds(1));

        assertThatThrownBy(() -> identity.permissions().add("signet:admin"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> identity.scopes().add("x"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> identity.audiences().add("x"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void an_identity_that_is_nobody_or_lives_never_cannot_be_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> identity("", "t", NOW.plusSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> identity("alice", "", NOW.plusSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> identity("alice", "t", NOW));
    }

    @Test
    void a_printed_identity_names_no_address() {
        assertThat(identity("alice", "t", NOW.plusSeconds(1)).toString())
                .isEqualTo("Identity[USER alice jti=t]");
    }
}
