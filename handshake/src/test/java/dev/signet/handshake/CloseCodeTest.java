package dev.signet.handshake;

import static dev.signet.handshake.Identities.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CloseCodeTest {

    @ParameterizedTest
    @CsvSource({
        "BAD_FRAME, 4400, bad_frame",
        "AUTHENTICATION_LOST, 4401, authentication_lost",
        "NOT_PERMITTED, 4403, not_permitted",
        "NO_FIRST_MESSAGE, 4408, no_first_message",
        "CONFLICTING_IDENTITY, 4409, conflicting_identity",
        "TOO_MANY, 4429, too_many",
        "TOO_BIG, 1009, too_big",
        "SHUTTING_DOWN, 1001, shutting_down",
        "AUTHORITY_UNAVAILABLE, 1013, authority_unavailable"
    })
    void numbers_and_reasons_are_those_of_the_contracts(CloseCode code, int number, String reason) {
        assertThat(code.number()).isEqualTo(number);
        assertThat(SocketAction.Close.of(code)).isEqualTo(new SocketAction.Close(code, reason));
    }

    @Test
    void there_are_no_other_codes() {
        assertThat(Arrays.stream(CloseCode.values()).map(CloseCode::number).distinct()).hasSize(9);
    }

    @Test
    void a_valid_verdict_closes_nothing() {
        assertThat(SocketAction.Close.of(new Verdict.Valid(user("usr_1")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_invalid_verdict_closes_with_its_reason(Reason reason) {
        assertThat(SocketAction.Close.of(new Verdict.Invalid(reason)))
                .contains(new SocketAction.Close(CloseCode.AUTHENTICATION_LOST, reason.code()));
    }

    @ParameterizedTest
    @EnumSource
    void an_unavailable_verdict_closes_with_1013(Verdict.Cause cause) {
        assertThat(SocketAction.Close.of(new Verdict.Unavailable(cause)))
                .contains(SocketAction.Close.of(CloseCode.AUTHORITY_UNAVAILABLE));
    }

    @Test
    void a_reason_fits_into_a_close_frame() {
        String longest = "é".repeat(61) + "x";

        assertThat(new SocketAction.Close(CloseCode.BAD_FRAME, longest).reason())
                .isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SocketAction.Close(CloseCode.BAD_FRAME, longest + "x"))
                .withMessageContaining("123 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "SUBPROTOCOL, 1",
        "AUTHORIZATION, 2",
        "QUERY, 3",
        "TEST_IDENTITY, 4",
        "FIRST_MESSAGE, 5"
    })
    void carriers_have_the_numbers_of_the_contracts(Carrier carrier, int number) {
        assertThat(carrier.number()).isEqualTo(number);
    }
}
