package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.user;
import static dev.signet.handshake.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.Refused;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Carrier 2. */
class AuthorizationHeaderTest {

    private final ScriptedVerifier verifier = new ScriptedVerifier();
    private final String token = verifier.token(user("usr_1"));

    private HandshakeOutcome decide(Requests request) {
        return new Handshake(HandshakePolicy.strict("production"), InstantSource.fixed(NOW))
                .decide(request.build(), verifier);
    }

    private Refused refusal(Requests request) {
        return (Refused) decide(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER %s", "bEaReR   %s", "Bearer %s "})
    void the_scheme_is_read_in_any_case(String form) {
        assertThat(decide(request().header("Authorization", form.formatted(token))))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "DPoP x.y.z", "Negotiate", "Bearers x", "Bear x"})
    void another_scheme_speaks_to_somebody_else(String value) {
        assertThat(refusal(request().header("Authorization", value)).code())
                .isEqualTo("missing_credential");
        assertThat(decide(request().header("Authorization", value).offer("jwt." + token)))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer", "Bearer ", "Bearer a b", "Bearer a,b", "Bearer a, Bearer b",
                "Bearer \"a\"", "Bearer é", "Bearer a\tb", "Bearer a\u0000", "Bearer a%2eb"
            })
    void bearer_with_anything_but_one_token_is_a_bad_request(String value) {
        Refused refused = refusal(request().header("Authorization", value));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed_authorization");
        assertThat(verifier.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",Bearer x", "Bearer,x", "Bearer/x", "Bearer\tx", "\u00e9 x"})
    void a_header_without_a_scheme_is_a_bad_request(String value) {
        Refused refused = refusal(request().header("Authorization", value).offer("jwt." + token));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed_authorization");
    }

    @Test
    void two_headers_are_a_bad_request_even_if_equal_or_for_somebody_else() {
        Requests equal =
                request()
                        .header("Authorization", "Bearer " + token)
                        .header("authorization", "Bearer " + token);
        Requests mixed =
                request()
                        .header("Authorization", "Basic dXNlcjpwYXNz")
                        .header("Authorization", "Bearer " + token);

        assertThat(refusal(equal).status()).isEqualTo(400);
        assertThat(refusal(mixed).code()).isEqualTo("malformed_authorization");
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void a_token_is_as_large_as_the_limit_says_and_no_larger() {
        String largest = "x".repeat(16 * 1024);

        assertThat(refusal(request().header("Authorization", "Bearer " + largest)).code())
                .isEqualTo("bad_signature");
        assertThat(refusal(request().header("Authorization", "Bearer " + largest + "x")).code())
                .isEqualTo("too_large");
        assertThat(verifier.asked()).containsExactly(largest);
    }

    @Test
    void every_character_of_a_bearer_token_reaches_the_verifier() {
        refusal(request().header("Authorization", "Bearer -._~+/09azAZ="));

        assertThat(verifier.asked()).containsExactly("-._~+/09azAZ=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "[", "`", "{", ":", "/\u007f", "!", "*", "|"})
    void no_neighbour_of_those_characters_does(String character) {
        assertThat(refusal(request().header("Authorization", "Bearer a" + character)).code())
                .isEqualTo("malformed_authorization");
        assertThat(verifier.asked()).isEmpty();
    }
}
