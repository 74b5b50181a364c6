package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.HandshakePolicy.Loosening;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Carrier 5. */
class FirstMessageTest {

    private static final Instant DEADLINE = NOW.plusSeconds(5);
    private static final AwaitFirstMessage AWAITED =
            new AwaitFirstMessage(DEADLINE, Optional.of("signet.v1"));
    private static final HandshakePolicy POLICY =
            HandshakePolicy.strict("test")
                    .allow(Loosening.FIRST_MESSAGE)
                    .allowTestIssuer(Identities.TEST_ISSUER);

    private final ScriptedVerifier verifier = new ScriptedVerifier();

    private FirstMessage at(Instant now, Credential credential) {
        return new Handshake(POLICY, InstantSource.fixed(now))
                .firstMessage(AWAITED, credential, verifier);
    }

    private SocketAction.Close refusal(Verdict verdict) {
        Credential token = new Credential.Token(verifier.token(verdict));
        return ((FirstMessage.Refused) at(NOW, token)).close();
    }

    private Accepted accepted(Credential credential) {
        return ((FirstMessage.Authenticated) at(NOW, credential)).accepted();
    }

    @Test
    void a_valid_token_gives_the_socket_its_owner() {
        Credential.Token token = new Credential.Token(verifier.token(user("usr_1")));

        assertThat(accepted(token))
                .isEqualTo(
                        new Accepted(
                                user("usr_1"),
                                Optional.of("signet.v1"),
                                Carrier.FIRST_MESSAGE,
                                Optional.of(token)));
    }

    @Test
    void a_ticket_does_as_well() {
        Credential ticket = new Credential.Ticket(verifier.ticket(user("usr_1")));

        assertThat(accepted(ticket).token()).isEmpty();
        assertThat(at(NOW, ticket)).isInstanceOf(FirstMessage.Refused.class);
    }

    @Test
    void a_test_identity_is_reported_as_one() {
        Credential token = new Credential.Token(verifier.token(Identities.testUser("usr_1")));

        assertThat(accepted(token).carrier()).isEqualTo(Carrier.TEST_IDENTITY);
    }

    @ParameterizedTest
    @EnumSource
    void an_invalid_token_ends_the_socket_with_its_reason(Reason reason) {
        assertThat(refusal(new Verdict.Invalid(reason)))
                .isEqualTo(new SocketAction.Close(CloseCode.AUTHENTICATION_LOST, reason.code()));
    }

    @ParameterizedTest
    @EnumSource
    void our_own_fault_ends_the_socket_with_1013(Verdict.Cause cause) {
        assertThat(refusal(new Verdict.Unavailable(cause)).code().number()).isEqualTo(1013);
    }

    @Test
    void malformed_and_oversized_credentials_are_not_asked_about() {
        for (String bad : new String[] {"", "a b", "é", "x".repeat(16 * 1024 + 1)}) {
            assertThat(at(NOW, new Credential.Token(bad))).isInstanceOf(FirstMessage.Refused.class);
        }
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void a_message_up_to_the_deadline_is_in_time() {
        Credential token = new Credential.Token(verifier.token(user("usr_1")));

        assertThat(at(DEADLINE.minusNanos(1), token))
                .isInstanceOf(FirstMessage.Authenticated.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3600})
    void a_message_from_the_deadline_on_is_late_and_not_verified(long seconds) {
        Credential token = new Credential.Token(verifier.token(user("usr_1")));

        FirstMessage late = at(DEADLINE.plusSeconds(seconds), token);

        assertThat(late)
                .isEqualTo(
                        new FirstMessage.Refused(
                                SocketAction.Close.of(CloseCode.NO_FIRST_MESSAGE)));
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void a_silent_client_is_closed_at_the_deadline_and_not_before() {
        assertThat(AWAITED.onTick(NOW)).isEqualTo(new SocketAction.None());
        assertThat(AWAITED.onTick(DEADLINE.minusNanos(1))).isEqualTo(new SocketAction.None());
        assertThat(AWAITED.onTick(DEADLINE))
                .isEqualTo(new SocketAction.Close(CloseCode.NO_FIRST_MESSAGE, "no_first_message"));
    }
}
