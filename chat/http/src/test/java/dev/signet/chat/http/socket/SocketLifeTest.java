package dev.signet.chat.http.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.platform.Await;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Person;
import dev.signet.chat.http.platform.Platform.Tokens;
import dev.signet.chat.http.platform.WebBrowser;
import dev.signet.chat.http.platform.WireSocket;
import dev.signet.chat.http.platform.WireSocket.Heard;
import dev.signet.handshake.CloseCode;
import dev.signet.verifier.Staleness;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a socket lives and ends with time, with its peer, and with the servers behind it. */
class SocketLifeTest {

    private static final Duration ACCESS_LIFE = Duration.ofSeconds(4);

    /** With so short a life the notice is short too, though a minute is what is set. */
    private static Options shortLived() {
        return Options.standard().withAccessLife(ACCESS_LIFE);
    }

    @Test
    void a_silent_client_is_warned_and_ends_with_4401_when_its_token_expires() throws Exception {
        try (Platform platform = Platform.start(shortLived())) {
            Tokens tokens = platform.login(platform.person());
            String bearer = "Bearer " + tokens.access();
            try (WireSocket socket =
                    WireSocket.upgraded(platform, "/ws", "Authorization", bearer)) {
                JsonObject ready = socket.next("connection_ready");
                Instant expiresAt = Instant.parse(ready.getString("expires_at"));

                JsonObject warning = socket.next("auth.expiring");
                assertThat(warning.getLong("expires_in_seconds")).isBetween(1L, 2L);
                assertThat(socket.closed()).isEqualTo(new Heard.Closed(4401, "expired"));
                assertThat(Instant.now())
                        .isBetween(expiresAt.minusMillis(50), expiresAt.plusMillis(900));
            }
        }
    }

    @Test
    void a_renewed_socket_outlives_its_first_token() throws Exception {
        try (Platform platform = Platform.start(shortLived())) {
            WebBrowser browser = platform.browser().signIn(platform.person());
            try (WireSocket socket = browser.socket()) {
                Instant end = Instant.now().plus(ACCESS_LIFE);
                int renewals = 0;
                while (Instant.now().isBefore(end)) {
                    socket.next("auth.expiring");
                    renew(browser, socket);
                    renewals++;
                }

                assertThat(renewals).isBetween(1, 4);
                socket.send("{\"type\":\"ping\"}");
                socket.next("pong");
            }
        }
    }

    private static void renew(WebBrowser browser, WireSocket socket) throws Exception {
        String ticket = browser.fetch("POST", "/api/v1/ticket", "").json().getString("ticket");
        socket.send(new JsonObject().put("type", "auth.renew").put("ticket", ticket));
        JsonObject renewed = socket.next("auth.renewed");
        assertThat(Instant.parse(renewed.getString("expires_at"))).isAfter(Instant.now());
    }

    @Test
    void a_spent_ticket_renews_nothing() throws Exception {
        try (Platform platform = Platform.start()) {
            WebBrowser browser = platform.browser().signIn(platform.person());
            String ticket = browser.fetch("POST", "/api/v1/ticket", "").json().getString("ticket");
            JsonObject renewal = new JsonObject().put("type", "auth.renew").put("ticket", ticket);
            try (WireSocket socket = browser.socket()) {
                socket.send(renewal);
                socket.next("auth.renewed");
                socket.send(renewal);

                assertThat(socket.closed().code()).isEqualTo(4401);
            }
        }
    }

    @Test
    void a_peer_that_gives_no_sign_of_life_is_let_go() throws Exception {
        Duration silence = Duration.ofMillis(900);
        Options options =
                Options.standard()
                        .with(settings ->
                                settings.with(
                                        BackendLimits.standard()
                                                .with(
                                                        BackendLimits.Sockets.standard()
                                                                .withPatience(
                                                                        Duration.ofMillis(200),
                                                                        silence,
                                                                        Duration.ofSeconds(5)))));
        try (Platform platform = Platform.start(options)) {
            String bearer = "Bearer " + platform.login(platform.person()).access();
            try (WireSocket silent = WireSocket.open(platform, "Authorization", bearer);
                    WireSocket alive = WireSocket.open(platform, "Authorization", bearer)) {
                Heard heard = silent.heard(Duration.ofSeconds(10));
                while (heard instanceof Heard.Pinged) {
                    alive.frame(WireSocket.PONG, true, new byte[0]);
                    heard = silent.heard(Duration.ofSeconds(10));
                }

                assertThat(heard).isEqualTo(new Heard.Closed(1001, "silent"));
                alive.send("{\"type\":\"ping\"}");
                alive.next("pong");
            }
        }
    }

    @Test
    void a_shutdown_ends_every_socket_with_1001() throws Exception {
        try (Platform platform = Platform.start()) {
            String bearer = "Bearer " + platform.login(platform.person()).access();
            try (WireSocket socket = WireSocket.open(platform, "Authorization", bearer)) {
                platform.restartBackend();

                assertThat(socket.closed()).isEqualTo(new Heard.Closed(1001, "shutting_down"));
            }
        }
    }

    @Test
    void sockets_end_with_1013_when_revocations_are_unknown_for_too_long() throws Exception {
        Options options = Options.standard().with(new Staleness.FailClosed(Staleness.BOUND_MIN));
        try (Platform platform = Platform.start(options)) {
            Tokens tokens = platform.login(platform.person());
            String bearer = "Bearer " + tokens.access();
            try (WireSocket socket = WireSocket.open(platform, "Authorization", bearer)) {
                platform.authorityGoesAway();

                assertThat(socket.closed().code())
                        .isEqualTo(CloseCode.AUTHORITY_UNAVAILABLE.number());
                try (WireSocket next = WireSocket.ask(platform, "/ws", "Authorization", bearer)) {
                    assertThat(next.handshake().status()).isEqualTo(503);
                    assertThat(next.handshake().header("Retry-After")).isPresent();
                }
                assertThat(platform.api().bearer(tokens.access()).get("/api/v1/me").status())
                        .isEqualTo(503);
                platform.authorityComesBack();
            }
        }
    }

    @Test
    void a_revoked_key_ends_the_sockets_of_its_tokens_also_those_of_tickets() throws Exception {
        try (Platform platform = Platform.start()) {
            Person person = platform.person();
            WebBrowser browser = platform.browser().signIn(person);
            String kid = platform.authority().signingKeys().active().kid();
            try (WireSocket byTicket = browser.socket()) {
                platform.revokeKey(kid);

                assertThat(byTicket.closed()).isEqualTo(new Heard.Closed(4401, "key_revoked"));
                Await.until(
                        "the next key is known",
                        () -> browser.script().get("/api/v1/me").status() == 200);
                try (WireSocket again = browser.socket()) {
                    again.send("{\"type\":\"ping\"}");
                    again.next("pong");
                }
            }
        }
    }
}
