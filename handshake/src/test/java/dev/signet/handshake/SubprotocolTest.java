package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.user;
import static dev.signet.handshake.Requests.request;
import static dev.signet.handshake.ScriptedVerifier.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.handshake.HandshakePolicy.Loosening;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Carrier 1 and the subprotocol that is selected. */
class SubprotocolTest {

    private static final HandshakePolicy POLICY = HandshakePolicy.strict("production");
    private static final HandshakePolicy ECHO = POLICY.allow(Loosening.LEGACY_ECHO);

    private final ScriptedVerifier verifier = new ScriptedVerifier();
    private final String token = verifier.token(user("usr_1"));

    private HandshakeOutcome decide(HandshakePolicy policy, Requests request) {
        return new Handshake(policy, InstantSource.fixed(NOW)).decide(request.build(), verifier);
    }

    private Refused refusal(Requests request) {
        return (Refused) decide(POLICY, request);
    }

    private Accepted accepted(HandshakePolicy policy, Requests request) {
        return (Accepted) decide(policy, request);
    }

    @Test
    void signet_is_selected_wherever_it_stands_in_the_list() {
        assertThat(accepted(POLICY, request().offer("signet.v1").offer("jwt." + token)))
                .returns("signet.v1", it -> it.subprotocol().orElseThrow());
        assertThat(accepted(POLICY, request().offer("jwt." + token).offer("signet.v1")))
                .returns("signet.v1", it -> it.subprotocol().orElseThrow());
        assertThat(accepted(ECHO, request().offer("jwt." + token).offer("signet.v1")))
                .returns("signet.v1", it -> it.subprotocol().orElseThrow());
    }

    @Test
    void signet_is_not_selected_unless_offered() {
        assertThat(accepted(POLICY, request().header("Authorization", "Bearer " + token)))
                .returns(true, it -> it.subprotocol().isEmpty());
        assertThat(accepted(ECHO, request().offer("other").offer("jwt." + token)))
                .returns(true, it -> it.subprotocol().isEmpty());
        assertThat(accepted(POLICY, request().offer("SIGNET.V1").offer("jwt." + token)))
                .returns(true, it -> it.subprotocol().isEmpty());
    }

    @Test
    void a_lone_credential_is_echoed_only_where_the_policy_says_so() {
        Requests lone = request().offer("jwt." + token);

        assertThat(accepted(POLICY, lone).subprotocol()).isEmpty();
        assertThat(accepted(ECHO, lone).subprotocol()).contains("jwt." + token);
    }

    @Test
    void an_encoded_credential_is_echoed_as_it_was_offered() {
        String entry = "base64url.bearer.phx." + encoded(token);

        assertThat(accepted(ECHO, request().offer(entry)).subprotocol()).contains(entry);
    }

    @Test
    void a_lone_foreign_protocol_is_not_selected() {
        Requests lone = request().offer("other").header("Authorization", "Bearer " + token);

        assertThat(accepted(ECHO, lone).subprotocol()).isEmpty();
    }

    @Test
    void nothing_foreign_is_selected_for_a_socket_that_awaits_its_credential() {
        HandshakePolicy await = ECHO.allow(Loosening.FIRST_MESSAGE);

        assertThat(((AwaitFirstMessage) decide(await, request().offer("other"))).subprotocol())
                .isEmpty();
    }

    @Test
    void the_header_is_read_in_any_case_and_over_several_lines() {
        Requests request =
                request()
                        .header("sec-websocket-protocol", "signet.v1 ,, \tother")
                        .header("SEC-WEBSOCKET-PROTOCOL", "\tjwt." + token + " ");

        assertThat(accepted(POLICY, request).subprotocol()).contains("signet.v1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"KUBERNETES", "PHOENIX"})
    void the_encoded_forms_do_not_take_a_raw_token(Form form) {
        String prefix =
                form == Form.KUBERNETES
                        ? "base64url.bearer.authorization.k8s.io."
                        : "base64url.bearer.phx.";

        Refused refused = refusal(request().offer(prefix + token));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt-auth.", "jwt.", "bearer.", "base64url.bearer.phx."})
    void base64url_has_one_spelling(String prefix) {
        String good = encoded(token);
        String shortened = good.substring(0, good.length() - good.length() % 4 + 1);
        for (String bad : List.of(withTrailingBits(token + "x"), shortened, good + "+", "*")) {
            Refused refused = refusal(request().offer(prefix + bad));

            assertThat(refused.status()).as(bad).isEqualTo(401);
            assertThat(refused.code()).as(bad).isEqualTo("malformed");
        }
        assertThat(verifier.asked()).isEmpty();
    }

    /** The encoding with a bit set that no byte stands behind. */
    private static String withTrailingBits(String text) {
        String padded = text;
        while (padded.length() % 3 != 1) {
            padded += "x";
        }
        String good = encoded(padded);
        char last = good.charAt(good.length() - 1);
        return good.substring(0, good.length() - 1) + (char) (last + 1);
    }

    @Test
    void padded_base64_is_no_subprotocol() {
        assertThat(refusal(request().offer("bearer.YWI=")).code())
                .isEqualTo("malformed_subprotocol");
    }

    @Test
    void what_decodes_to_no_token_characters_is_not_shown_to_the_verifier() {
        for (String text : List.of("a b.c.d", "a\r\nb.c.d", "é.b.c", "a,b", "\0")) {
            assertThat(refusal(request().offer("bearer." + encoded(text))).code())
                    .isEqualTo("malformed");
        }
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void whatever_has_a_dot_is_raw() {
        refusal(request().offer("jwt..a"));
        refusal(request().offer("jwt.YWJj."));

        assertThat(verifier.asked()).containsExactly(".a", "YWJj.");
    }

    @Test
    void a_ticket_is_never_decoded() {
        String ticket = verifier.ticket(user("usr_1"));

        assertThat(refusal(request().offer("signet.ticket." + encoded(ticket))).status())
                .isEqualTo(401);
        assertThat(verifier.asked()).containsExactly(encoded(ticket));
    }

    @Test
    void a_ticket_is_no_token_and_a_token_no_ticket() {
        String ticket = verifier.ticket(user("usr_1"));

        assertThat(refusal(request().offer("bearer." + encoded(ticket))).status()).isEqualTo(401);
        assertThat(refusal(request().offer("signet.ticket." + "x".repeat(40))).status())
                .isEqualTo(401);
    }

    @Test
    void two_credentials_in_the_list_are_ambiguous_even_if_equal() {
        String other = verifier.token(user("usr_1"));

        assertThat(refusal(request().offer("jwt." + token).offer("bearer." + token)).code())
                .isEqualTo("ambiguous_credential");
        assertThat(refusal(request().offer("jwt." + token).offer("jwt." + other)).code())
                .isEqualTo("ambiguous_credential");
        assertThat(refusal(request().offer("signet.ticket.x").offer("jwt." + other)).status())
                .isEqualTo(400);
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void two_lines_with_a_credential_each_are_ambiguous() {
        Requests request =
                request()
                        .header("Sec-WebSocket-Protocol", "jwt." + token)
                        .header("Sec-WebSocket-Protocol", "bearer." + token);

        assertThat(refusal(request).code()).isEqualTo("ambiguous_credential");
    }

    @Test
    void subprotocols_are_distinct() {
        Requests request = request().offer("a").offer("jwt." + token).offer("a");

        assertThat(refusal(request).status()).isEqualTo(400);
        assertThat(refusal(request).code()).isEqualTo("malformed_subprotocol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "a/b", "a;b", "é", "a\u00a0", "\u2003a", "a\tb", "a=b"})
    void a_subprotocol_is_a_token(String entry) {
        Requests request = request().offer(entry).header("Authorization", "Bearer " + token);

        assertThat(refusal(request).status()).isEqualTo(400);
        assertThat(refusal(request).code()).isEqualTo("malformed_subprotocol");
    }

    @Test
    void every_token_character_is_admitted_in_a_subprotocol() {
        assertThat(accepted(POLICY, request().offer("!#$%&'*+-.^_`|~09azAZ").offer("jwt." + token)))
                .returns(true, it -> it.subprotocol().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JWT.x",
                "Bearer.x",
                "jwt",
                "bearer",
                "xjwt.x",
                "base64url.bearer.other.eA",
                "signet.v1.x",
                "signet.ticket",
                "base64url.bearer",
                "jwt-authx.y"
            })
    void other_entries_carry_nothing(String entry) {
        assertThat(refusal(request().offer(entry)).code()).isEqualTo("missing_credential");
    }

    @Test
    void as_many_entries_as_the_limit_says_are_admitted_and_no_more() {
        Requests request = request().offer("jwt." + token);
        for (int n = 1; n < POLICY.limits().protocolEntries(); n++) {
            request.offer("p" + n);
        }

        assertThat(decide(POLICY, request)).isInstanceOf(Accepted.class);

        request.offer("one-more");
        assertThat(refusal(request).status()).isEqualTo(400);
        assertThat(refusal(request).code()).isEqualTo("too_many_subprotocols");
    }

    @Test
    void the_header_is_as_long_as_the_limit_says_and_no_longer() {
        String credential = "jwt." + token;
        int rest = POLICY.limits().protocolChars() - credential.length();
        Requests longest =
                request()
                        .header("Sec-WebSocket-Protocol", credential)
                        .header("Sec-WebSocket-Protocol", "p".repeat(rest));
        Requests longer =
                request()
                        .header("Sec-WebSocket-Protocol", credential)
                        .header("Sec-WebSocket-Protocol", "p".repeat(rest + 1));

        assertThat(decide(POLICY, longest)).isInstanceOf(Accepted.class);
        assertThat(refusal(longer).status()).isEqualTo(400);
        assertThat(refusal(longer).code()).isEqualTo("header_too_long");
    }
}
