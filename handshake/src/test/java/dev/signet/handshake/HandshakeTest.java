package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.user;
import static dev.signet.handshake.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.handshake.HandshakePolicy.Loosening;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of carriers, each with every verdict, alone in a request. */
class HandshakeTest {

    private static final HandshakePolicy POLICY =
            HandshakePolicy.strict("production").allow(Loosening.QUERY_TOKENS);

    private final ScriptedVerifier verifier = new ScriptedVerifier();

    private HandshakeOutcome decide(HandshakePolicy policy, Requests request) {
        return new Handshake(policy, InstantSource.fixed(NOW)).decide(request.build(), verifier);
    }

    @ParameterizedTest
    @EnumSource
    void a_valid_credential_opens_a_socket_of_its_owner(Form form) {
        Requests request = request();
        String credential = form.send(request, verifier, new Verdict.Valid(user("usr_1")));

        Accepted accepted = (Accepted) decide(POLICY, request);

        assertThat(accepted.identity()).isEqualTo(user("usr_1"));
        assertThat(accepted.carrier()).isEqualTo(form.carrier);
        assertThat(accepted.subprotocol()).isEmpty();
        assertThat(verifier.asked()).containsExactly(credential);
    }

    @ParameterizedTest
    @EnumSource
    void only_a_token_is_handed_over_to_act_with(Form form) {
        Requests request = request();
        String credential = form.send(request, verifier, new Verdict.Valid(user("usr_1")));

        Accepted accepted = (Accepted) decide(POLICY, request);

        if (form.ticket) {
            assertThat(accepted.token()).isEmpty();
            return;
        }
        assertThat(accepted.token()).contains(new Credential.Token(credential));
    }

    static Stream<Arguments> every_form_with_every_reason() {
        return Arrays.stream(Form.values())
                .flatMap(f -> Arrays.stream(Reason.values()).map(r -> Arguments.of(f, r)));
    }

    @ParameterizedTest
    @MethodSource("every_form_with_every_reason")
    void an_invalid_credential_is_refused_with_its_reason(Form form, Reason reason) {
        Requests request = request();
        form.send(request, verifier, new Verdict.Invalid(reason));

        Refused refused = (Refused) decide(POLICY.allow(Loosening.FIRST_MESSAGE), request);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo(reason.code());
        assertThat(refused.wwwAuthenticate()).contains("Bearer error=\"invalid_token\"");
        assertThat(refused.retryAfter()).isEmpty();
    }

    static Stream<Arguments> every_form_with_every_cause() {
        return Arrays.stream(Form.values())
                .flatMap(f -> Arrays.stream(Verdict.Cause.values()).map(c -> Arguments.of(f, c)));
    }

    @ParameterizedTest
    @MethodSource("every_form_with_every_cause")
    void our_own_fault_is_503_and_never_401(Form form, Verdict.Cause cause) {
        Requests request = request();
        form.send(request, verifier, new Verdict.Unavailable(cause));

        Refused refused = (Refused) decide(POLICY.allow(Loosening.FIRST_MESSAGE), request);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("authority_unavailable");
        assertThat(refused.retryAfter()).contains(POLICY.limits().retryAfter());
        assertThat(refused.wwwAuthenticate()).isEmpty();
    }

    @Test
    void no_credential_at_all_is_challenged_without_an_error_code() {
        Refused refused = (Refused) decide(POLICY, request().offer("signet.v1"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("missing_credential");
        assertThat(refused.wwwAuthenticate()).contains("Bearer");
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void no_credential_at_all_is_awaited_where_the_policy_allows_it() {
        AwaitFirstMessage awaited =
                (AwaitFirstMessage)
                        decide(
                                POLICY.allow(Loosening.FIRST_MESSAGE),
                                request().offer("other").offer("signet.v1"));

        assertThat(awaited.deadline()).isEqualTo(NOW.plusSeconds(5));
        assertThat(awaited.subprotocol()).contains("signet.v1");
        assertThat(verifier.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_present_credential_never_waits_for_the_first_message(Form form) {
        Requests request = request();
        form.send(request, verifier, new Verdict.Valid(user("usr_1")));

        assertThat(decide(POLICY.allow(Loosening.FIRST_MESSAGE), request))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_credential_is_present_and_malformed(Form form) {
        Requests request = request();
        form.send(request, "");

        Refused refused = (Refused) decide(POLICY.allow(Loosening.FIRST_MESSAGE), request);

        assertThat(refused.status()).isEqualTo(form.statusOfEmpty());
        assertThat(refused.code()).isEqualTo(form.codeOfEmpty());
        assertThat(verifier.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_socket_that_would_close_at_once_is_not_opened(Form form) {
        Requests request = request();
        form.send(request, verifier, new Verdict.Valid(user("usr_1", "ses_1", NOW)));

        Refused refused = (Refused) decide(POLICY, request);

        assertThat(refused.code()).isEqualTo("expired");
    }

    @ParameterizedTest
    @EnumSource
    void a_socket_opens_for_the_last_moment_of_a_credential(Form form) {
        Requests request = request();
        form.send(
                request,
                verifier,
                new Verdict.Valid(user("usr_1", "ses_1", NOW.plus(Duration.ofMillis(1)))));

        assertThat(decide(POLICY, request)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_token_bound_to_a_key_is_no_bearer_token_but_a_ticket_brought_its_proof(Form form) {
        Requests request = request();
        form.send(request, verifier, new Verdict.Valid(Identities.boundToKey(user("usr_1"))));

        HandshakeOutcome outcome = decide(POLICY, request);

        if (form.ticket) {
            assertThat(outcome).isInstanceOf(Accepted.class);
            return;
        }
        assertThat(((Refused) outcome).code()).isEqualTo("wrong_type");
    }

    @ParameterizedTest
    @EnumSource
    void services_open_sockets_like_people(Form form) {
        Requests request = request();
        form.send(request, verifier, new Verdict.Valid(Identities.service("reports")));

        assertThat(((Accepted) decide(POLICY, request)).identity().subject()).isEqualTo("reports");
    }

    @Test
    void a_verifier_that_throws_opens_nothing() {
        CredentialVerifier broken =
                new CredentialVerifier() {
                    @Override
                    public Verdict verifyToken(String token) {
                        throw new IllegalStateException("broken");
                    }

                    @Override
                    public Verdict redeemTicket(String ticket) {
                        throw new IllegalStateException("broken");
                    }
                };
        HandshakeRequest request =
                request().offer("signet.ticket.sgt_x").offer("signet.v1").build();
        Handshake handshake =
                new Handshake(POLICY.allow(Loosening.FIRST_MESSAGE), InstantSource.fixed(NOW));

        assertThatIllegalStateException().isThrownBy(() -> handshake.decide(request, broken));
    }

    @Test
    void what_carries_a_credential_says_that_it_is_hidden() {
        assertThat(new Credential.Token("a.b.c")).hasToString("Token[hidden]");
        assertThat(new Credential.Ticket("sgt_x")).hasToString("Ticket[hidden]");
        Requests request = request().offer("jwt." + verifier.token(user("usr_1")));

        assertThat(decide(POLICY.allow(Loosening.LEGACY_ECHO), request))
                .hasToString("Accepted[Identity[USER usr_1 jti=jti-of-usr_1] carrier=SUBPROTOCOL]");
    }
}
