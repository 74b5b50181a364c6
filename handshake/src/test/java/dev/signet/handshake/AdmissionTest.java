package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.user;
import static dev.signet.handshake.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.handshake.HandshakePolicy.Loosening;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are heard at all, and which headers never count. */
class AdmissionTest {

    private static final HandshakePolicy POLICY =
            HandshakePolicy.strict("production")
                    .allowOrigins(Set.of("https://app.example", "https://other.example:8443"));

    private final ScriptedVerifier verifier = new ScriptedVerifier();
    private final String token = verifier.token(user("usr_1"));

    private HandshakeOutcome decide(HandshakePolicy policy, Requests request) {
        return new Handshake(policy, InstantSource.fixed(NOW)).decide(request.build(), verifier);
    }

    private Requests bearing() {
        return request().header("Authorization", "Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example", "https://other.example:8443"})
    void a_page_on_the_list_may_open_a_socket(String origin) {
        assertThat(decide(POLICY, bearing().header("ORIGIN", origin))).isInstanceOf(Accepted.class);
    }

    @Test
    void a_client_without_an_origin_is_no_browser() {
        assertThat(decide(POLICY, bearing())).isInstanceOf(Accepted.class);
        assertThat(decide(HandshakePolicy.strict("production"), bearing()))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://app.example",
                "https://app.example:8443",
                "null",
                "https://app.example.evil.example",
                "https://sub.app.example",
                "",
                "https://app.example/",
                "HTTPS://APP.EXAMPLE",
                "https://other.example",
                "https://app.example https://evil.example",
                "https://app.example,https://x.example"
            })
    void any_other_page_is_refused_before_anything_is_verified(String origin) {
        Refused refused = (Refused) decide(POLICY, bearing().header("Origin", origin));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("origin_not_allowed");
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void without_a_list_no_page_may_open_a_socket() {
        Refused refused =
                (Refused)
                        decide(
                                HandshakePolicy.strict("production"),
                                bearing().header("Origin", "https://app.example"));

        assertThat(refused.code()).isEqualTo("origin_not_allowed");
    }

    @Test
    void two_origins_are_a_bad_request() {
        Requests request =
                bearing()
                        .header("Origin", "https://app.example")
                        .header("origin", "https://app.example");

        Refused refused = (Refused) decide(POLICY, request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed_origin");
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void a_foreign_page_cannot_wait_for_a_first_message() {
        Requests request = request().header("Origin", "https://evil.example");

        assertThat(decide(POLICY.allow(Loosening.FIRST_MESSAGE), request))
                .isInstanceOf(Refused.class);
    }

    @Test
    void plaintext_is_refused_before_anything_is_verified() {
        Refused refused = (Refused) decide(POLICY, bearing().plaintext());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("tls_required");
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void plaintext_is_heard_where_the_policy_allows_it() {
        assertThat(decide(POLICY.allow(Loosening.PLAINTEXT), bearing().plaintext()))
                .isInstanceOf(Accepted.class);
    }

    private static final List<String> ASSERTING_HEADERS =
            List.of(
                    "X-User-Id",
                    "X-User-Email",
                    "X-Forwarded-User",
                    "X-Remote-User",
                    "X-Test-User",
                    "X-Test-Type",
                    "X-E2E-Bypass",
                    "X-E2E-Test-Type",
                    "X-Auth-Bypass",
                    "X-Auth-Token",
                    "X-Access-Token",
                    "X-Signet-User",
                    "X-Original-Authorization",
                    "Proxy-Authorization",
                    "Cookie",
                    "Sec-WebSocket-Key",
                    "Sec-WebSocket-Extensions");

    @Test
    void no_other_header_opens_a_socket() {
        for (String header : ASSERTING_HEADERS) {
            for (String value :
                    List.of("usr_1", "true", "Bearer " + token, token, "jwt." + token)) {
                Refused refused = (Refused) decide(POLICY, request().header(header, value));

                assertThat(refused.code()).as(header).isEqualTo("missing_credential");
            }
        }
        assertThat(verifier.asked()).isEmpty();
    }

    @Test
    void no_other_header_changes_what_is_decided() {
        List<Requests> requests =
                List.of(
                        bearing(),
                        request(),
                        request().offer("jwt.a.b.c"),
                        request().query("token=" + token),
                        bearing().header("Origin", "https://evil.example"),
                        bearing().plaintext());
        HandshakePolicy await = POLICY.allow(Loosening.FIRST_MESSAGE);
        for (Requests request : requests) {
            HandshakeOutcome strict = decide(POLICY, request);
            HandshakeOutcome awaiting = decide(await, request);
            HandshakeRequest bare = request.build();
            ASSERTING_HEADERS.forEach(name -> request.header(name, "usr_admin"));

            assertThat(request.build()).isEqualTo(bare);
            assertThat(decide(POLICY, request)).isEqualTo(strict);
            assertThat(decide(await, request)).isEqualTo(awaiting);
        }
        assertThat(decide(await, request())).isInstanceOf(AwaitFirstMessage.class);
    }
}
