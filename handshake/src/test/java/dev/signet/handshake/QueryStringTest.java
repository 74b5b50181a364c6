package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.user;
import static dev.signet.handshake.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.handshake.HandshakePolicy.Loosening;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Carrier 3 and what logs may show of it. */
class QueryStringTest {

    private static final HandshakePolicy STRICT = HandshakePolicy.strict("production");
    private static final HandshakePolicy OPEN = STRICT.allow(Loosening.QUERY_TOKENS);

    private final ScriptedVerifier verifier = new ScriptedVerifier();
    private final String ticket = verifier.ticket(user("usr_1"));
    private final String token = verifier.token(user("usr_1"));

    private HandshakeOutcome decide(HandshakePolicy policy, Requests request) {
        return new Handshake(policy, InstantSource.fixed(NOW)).decide(request.build(), verifier);
    }

    private Refused refusal(HandshakePolicy policy, Requests request) {
        return (Refused) decide(policy, request);
    }

    @Test
    void a_ticket_may_always_stand_in_the_url() {
        assertThat(decide(STRICT, request().query("ticket=" + ticket)))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "jwt",
                "auth_token",
                "access_token",
                "%74oken",
                "acces%73%5Ftoken",
                "acces%73%5ftoken"
            })
    void a_token_in_the_url_is_refused_unless_allowed_and_never_ignored(String name) {
        Requests request = request().query(name + "=" + token).offer("jwt." + token);

        Refused refused = refusal(STRICT, request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("query_token_denied");
        assertThat(verifier.asked()).isEmpty();
        assertThat(decide(OPEN, request)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "token=", "jwt", "access_token="})
    void even_an_empty_token_in_the_url_is_refused(String piece) {
        assertThat(refusal(STRICT, request().query(piece)).code()).isEqualTo("query_token_denied");
        assertThat(refusal(OPEN, request().query(piece)).code()).isEqualTo("malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "ticket, ticket",
        "ticket, token",
        "token, token",
        "jwt, access_token",
        "%74icket, ticket"
    })
    void two_credentials_in_the_url_are_ambiguous(String one, String two) {
        Requests request = request().query(one + "=" + token).query("x=1").query(two + "=" + token);

        Refused refused = refusal(OPEN, request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("ambiguous_credential");
        assertThat(verifier.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ticket=", "TOKEN=", "tickets=", "my_ticket=", "x=ticket=", "=", "t="})
    void other_parameters_carry_nothing(String piece) {
        assertThat(refusal(STRICT, request().query(piece + "abc")).code())
                .isEqualTo("missing_credential");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%7",
                "%zz=1",
                "%7z=1",
                "%z7=1",
                "a%=1",
                "tic%6=1",
                "%-1=1",
                "%+1=1",
                "%\uff11\uff11"
            })
    void a_name_that_cannot_be_decoded_is_a_bad_request(String piece) {
        Requests request = request().query(piece).offer("jwt." + token);

        assertThat(refusal(STRICT, request).status()).isEqualTo(400);
        assertThat(refusal(STRICT, request).code()).isEqualTo("malformed_query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%7", "sgt_%zz", "abc%", "abc%4"})
    void a_ticket_that_cannot_be_decoded_is_a_bad_request(String value) {
        assertThat(refusal(STRICT, request().query("ticket=" + value)).code())
                .isEqualTo("malformed_query");
    }

    @Test
    void values_of_other_parameters_are_not_looked_at() {
        assertThat(decide(STRICT, request().query("q=100%&&a=b=c").query("ticket=" + ticket)))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a%20b", "a%0d%0ab", "%c3%a9", "a%00", "a%25", "a%26b"})
    void a_ticket_of_other_characters_is_malformed_and_not_asked_about(String value) {
        Refused refused = refusal(STRICT, request().query("ticket=" + value));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("malformed");
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void a_plus_stands_for_itself() {
        refusal(STRICT, request().query("ticket=a+b"));

        assertThat(verifier.asked()).containsExactly("a+b");
    }

    @Test
    void a_ticket_is_as_large_as_the_limit_says_and_no_larger() {
        String largest = "x".repeat(STRICT.limits().ticketBytes());

        assertThat(refusal(STRICT, request().query("ticket=" + largest)).code())
                .isEqualTo("revoked_token");
        assertThat(refusal(STRICT, request().query("ticket=" + largest + "x")).code())
                .isEqualTo("too_large");
        assertThat(verifier.asked()).containsExactly(largest);
    }

    @Test
    void the_query_is_as_long_as_the_limit_says_and_no_longer() {
        String start = "ticket=" + ticket + "&x=";
        String longest = start + "y".repeat(STRICT.limits().queryChars() - start.length());

        assertThat(refusal(STRICT, request().query(longest + "y")).code())
                .isEqualTo("query_too_long");
        assertThat(decide(STRICT, request().query(longest))).isInstanceOf(Accepted.class);
    }

    @Test
    void the_query_has_as_many_parameters_as_the_limit_says_and_no_more() {
        Requests request = request().query("ticket=" + ticket);
        for (int n = 1; n < STRICT.limits().queryParameters(); n++) {
            request.query("p" + n);
        }
        HandshakeRequest most = request.build();
        request.query("one-more=1");

        assertThat(refusal(STRICT, request).status()).isEqualTo(400);
        assertThat(refusal(STRICT, request).code()).isEqualTo("query_too_long");
        assertThat(new Handshake(STRICT, InstantSource.fixed(NOW)).decide(most, verifier))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ticket=sgt_secret|ticket=…",
                "thread_id=thr_1&access_token=a.b.c&x=|thread_id=…&access_token=…&x=…",
                "secret|…",
                "a.b.c=1|…=…",
                "%74oken=secret|…=…",
                "sgt_secretsecretsecretsecretsecret=|…=…",
                "a=secret=secret|a=…",
                "&&a=1&|a=…",
                "=secret|…=…",
                "a\u0001b=1|…=…"
            })
    void logs_show_the_names_of_parameters_and_nothing_else(String query, String shown) {
        HandshakeRequest request = request().query(query).build();

        assertThat(request.redactedQuery()).isEqualTo(shown);
        assertThat(request).hasToString("HandshakeRequest[query=" + shown + " tls=true]");
    }

    @Test
    void logs_show_a_long_query_in_part() {
        String sixteen = "a=1&".repeat(16);

        assertThat(request().query(sixteen).build().redactedQuery())
                .isEqualTo("a=…&".repeat(15) + "a=…");
        assertThat(request().query(sixteen + "b=1").build().redactedQuery())
                .isEqualTo("a=…&".repeat(16) + "…");
        assertThat(request().build().redactedQuery()).isEmpty();
    }
}
