package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.service;
import static dev.signet.handshake.Identities.testUser;
import static dev.signet.handshake.Identities.user;
import static dev.signet.handshake.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.handshake.HandshakePolicy.Loosening;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Several credentials in one request. */
class PrecedenceTest {

    private static final HandshakePolicy POLICY =
            HandshakePolicy.strict("test").allow(Loosening.QUERY_TOKENS);
    private static final Verdict INVALID = new Verdict.Invalid(Reason.REVOKED_SESSION);
    private static final Verdict UNAVAILABLE = new Verdict.Unavailable(Verdict.Cause.AUTHORITY);

    private final ScriptedVerifier verifier = new ScriptedVerifier();

    private HandshakeOutcome decide(HandshakePolicy policy, Requests request) {
        return new Handshake(policy, InstantSource.fixed(NOW)).decide(request.build(), verifier);
    }

    private Refused refusal(Requests request) {
        return (Refused) decide(POLICY, request);
    }

    /** Every two forms of different carriers, the one that goes first in front. */
    static Stream<Arguments> pairs() {
        return Arrays.stream(Form.values())
                .flatMap(first ->
                        Arrays.stream(Form.values())
                                .filter(it -> it.carrier.number() > first.carrier.number())
                                .map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_socket_belongs_to_the_first_carrier(Form first, Form second) {
        Requests request = request();
        Identity winner = user("usr_1", "ses_first", NOW.plusSeconds(600));
        Identity other = user("usr_1", "ses_second", NOW.plusSeconds(60));
        second.send(request, verifier, new Verdict.Valid(other));
        first.send(request, verifier, new Verdict.Valid(winner));

        Accepted accepted = (Accepted) decide(POLICY, request);

        assertThat(accepted.identity()).isEqualTo(winner);
        assertThat(accepted.carrier()).isEqualTo(first.carrier);
        assertThat(accepted.token().isPresent()).isEqualTo(!first.ticket);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void an_invalid_credential_is_not_made_up_for_by_a_later_one(Form first, Form second) {
        Requests request = request();
        first.send(request, verifier, INVALID);
        second.send(request, verifier, new Verdict.Valid(user("usr_1")));

        Refused refused = refusal(request);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("revoked_session");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void an_invalid_credential_is_not_made_up_for_by_an_earlier_one(Form first, Form second) {
        Requests request = request();
        first.send(request, verifier, new Verdict.Valid(user("usr_1")));
        second.send(request, verifier, INVALID);

        Refused refused = refusal(request);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("revoked_session");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_subjects_in_one_request_contradict_each_other(Form first, Form second) {
        Requests request = request();
        first.send(request, verifier, new Verdict.Valid(user("usr_1")));
        second.send(request, verifier, new Verdict.Valid(user("usr_2")));

        Refused refused = refusal(request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("conflicting_identity");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_credential_that_could_not_be_checked_is_not_made_up_for(Form first, Form second) {
        Requests request = request();
        first.send(request, verifier, UNAVAILABLE);
        second.send(request, verifier, new Verdict.Valid(user("usr_1")));
        Requests reversed = request();
        first.send(reversed, verifier, new Verdict.Valid(user("usr_1")));
        second.send(reversed, verifier, UNAVAILABLE);

        assertThat(refusal(request).status()).isEqualTo(503);
        assertThat(refusal(reversed).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_malformed_credential_is_not_made_up_for_either(Form first, Form second) {
        Requests request = request();
        first.send(request, "");
        second.send(request, verifier, new Verdict.Valid(user("usr_1")));
        Requests reversed = request();
        first.send(reversed, verifier, new Verdict.Valid(user("usr_1")));
        second.send(reversed, "");

        assertThat(refusal(request).code()).isEqualTo(first.codeOfEmpty());
        assertThat(refusal(reversed).code()).isEqualTo(second.codeOfEmpty());
    }

    @Test
    void a_person_and_a_service_of_the_same_name_are_two_subjects() {
        Requests request = request();
        Form.JWT.send(request, verifier, new Verdict.Valid(user("reports")));
        Form.AUTHORIZATION.send(request, verifier, new Verdict.Valid(service("reports")));

        assertThat(refusal(request).code()).isEqualTo("conflicting_identity");
    }

    @Test
    void an_invalid_token_outweighs_one_that_could_not_be_checked() {
        Requests request = request();
        Form.JWT.send(request, verifier, UNAVAILABLE);
        Form.AUTHORIZATION.send(request, verifier, INVALID);

        assertThat(refusal(request).status()).isEqualTo(401);
    }

    @Test
    void the_first_of_two_invalid_tokens_gives_the_reason() {
        Requests request = request();
        Form.QUERY_JWT.send(request, verifier, new Verdict.Invalid(Reason.EXPIRED));
        Form.JWT.send(request, verifier, new Verdict.Invalid(Reason.UNKNOWN_KEY));

        assertThat(refusal(request).code()).isEqualTo("unknown_key");
    }

    @Test
    void a_contradiction_outweighs_a_credential_that_could_not_be_checked() {
        Requests request = request();
        Form.JWT.send(request, verifier, new Verdict.Valid(user("usr_1")));
        Form.AUTHORIZATION.send(request, verifier, UNAVAILABLE);
        Form.QUERY_TOKEN.send(request, verifier, new Verdict.Valid(user("usr_2")));

        assertThat(refusal(request).code()).isEqualTo("conflicting_identity");
    }

    @Test
    void a_ticket_is_not_spent_on_a_request_whose_token_is_invalid() {
        Requests request = request();
        Form.TICKET_ENTRY.send(request, verifier, new Verdict.Valid(user("usr_1")));
        String token = Form.AUTHORIZATION.send(request, verifier, INVALID);

        assertThat(refusal(request).status()).isEqualTo(401);
        assertThat(verifier.asked()).containsExactly(token);
    }

    @Test
    void a_ticket_is_not_spent_on_a_request_whose_token_could_not_be_checked() {
        Requests request = request();
        Form.TICKET_ENTRY.send(request, verifier, new Verdict.Valid(user("usr_1")));
        String token = Form.AUTHORIZATION.send(request, verifier, UNAVAILABLE);

        assertThat(refusal(request).status()).isEqualTo(503);
        assertThat(verifier.asked()).containsExactly(token);
    }

    @Test
    void a_ticket_is_not_spent_on_a_request_whose_tokens_contradict_each_other() {
        Requests request = request();
        String one = Form.JWT.send(request, verifier, new Verdict.Valid(user("usr_1")));
        String two = Form.AUTHORIZATION.send(request, verifier, new Verdict.Valid(user("usr_2")));
        Form.QUERY_TICKET.send(request, verifier, new Verdict.Valid(user("usr_1")));

        assertThat(refusal(request).code()).isEqualTo("conflicting_identity");
        assertThat(verifier.asked()).containsExactly(one, two);
    }

    @Test
    void the_same_ticket_in_two_places_is_one_ticket() {
        Requests request = request();
        String ticket = Form.TICKET_ENTRY.send(request, verifier, valid("usr_1"));
        Form.QUERY_TICKET.send(request, ticket);

        assertThat(((Accepted) decide(POLICY, request)).carrier()).isEqualTo(Carrier.SUBPROTOCOL);
        assertThat(verifier.asked()).containsExactly(ticket);
    }

    @Test
    void the_same_token_in_every_place_is_verified_once() {
        Requests request = request();
        String token = Form.QUERY_TOKEN.send(request, verifier, valid("usr_1"));
        Form.AUTHORIZATION.send(request, token);
        Form.PHOENIX.send(request, token);

        assertThat(((Accepted) decide(POLICY, request)).carrier()).isEqualTo(Carrier.SUBPROTOCOL);
        assertThat(verifier.asked()).containsExactly(token);
    }

    @Test
    void two_tickets_of_one_subject_are_both_redeemed() {
        Requests request = request();
        String one = Form.TICKET_ENTRY.send(request, verifier, valid("usr_1"));
        String two = Form.QUERY_TICKET.send(request, verifier, valid("usr_1"));

        assertThat(decide(POLICY, request)).isInstanceOf(Accepted.class);
        assertThat(verifier.asked()).containsExactly(one, two);
    }

    @Test
    void a_spent_ticket_opens_nothing() {
        Requests request = request();
        Form.TICKET_ENTRY.send(request, verifier, valid("usr_1"));

        assertThat(decide(POLICY, request)).isInstanceOf(Accepted.class);
        assertThat(refusal(request).status()).isEqualTo(401);
    }

    @Test
    void a_test_identity_is_reported_as_one_wherever_its_token_stands() {
        HandshakePolicy testing = POLICY.allowTestIssuer(Identities.TEST_ISSUER);
        for (Form form : Form.values()) {
            Requests request = request();
            form.send(request, verifier, new Verdict.Valid(testUser("usr_1")));

            Accepted accepted = (Accepted) decide(testing, request);

            assertThat(accepted.carrier()).as("%s", form).isEqualTo(Carrier.TEST_IDENTITY);
        }
    }

    @Test
    void another_issuer_is_no_test_issuer() {
        HandshakePolicy testing = POLICY.allowTestIssuer(Identities.TEST_ISSUER);
        Requests request = request();
        Form.JWT.send(request, verifier, valid("usr_1"));

        assertThat(((Accepted) decide(testing, request)).carrier()).isEqualTo(Carrier.SUBPROTOCOL);
    }

    @Test
    void a_test_identity_yields_to_a_real_one() {
        HandshakePolicy testing = POLICY.allowTestIssuer(Identities.TEST_ISSUER);
        Requests request = request();
        Form.JWT.send(request, verifier, new Verdict.Valid(testUser("usr_1")));
        Form.QUERY_TOKEN.send(request, verifier, valid("usr_1"));

        Accepted accepted = (Accepted) decide(testing, request);

        assertThat(accepted.carrier()).isEqualTo(Carrier.QUERY);
        assertThat(accepted.identity().issuer()).isEqualTo(Identities.ISSUER);
    }

    @Test
    void of_two_test_identities_the_first_place_counts() {
        HandshakePolicy testing = POLICY.allowTestIssuer(Identities.TEST_ISSUER);
        Requests request = request();
        Form.TICKET_ENTRY.send(request, verifier, new Verdict.Valid(testUser("usr_1")));
        Form.AUTHORIZATION.send(request, verifier, new Verdict.Valid(testUser("usr_1")));

        assertThat(((Accepted) decide(testing, request)).token()).isEmpty();
    }

    @Test
    void a_test_identity_and_a_real_one_of_another_subject_contradict_each_other() {
        HandshakePolicy testing = POLICY.allowTestIssuer(Identities.TEST_ISSUER);
        Requests request = request();
        Form.JWT.send(request, verifier, new Verdict.Valid(testUser("usr_1")));
        Form.AUTHORIZATION.send(request, verifier, valid("usr_2"));

        assertThat(((Refused) decide(testing, request)).status()).isEqualTo(400);
    }

    @Test
    void a_token_of_an_unknown_test_issuer_is_refused_like_any_foreign_token() {
        for (Reason reason : List.of(Reason.WRONG_ISSUER, Reason.UNKNOWN_KEY)) {
            Requests request = request();
            Form.AUTHORIZATION.send(request, verifier, new Verdict.Invalid(reason));

            Refused refused = refusal(request);

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo(reason.code());
        }
    }

    private static Verdict valid(String subject) {
        return new Verdict.Valid(user(subject));
    }
}
