package dev.signet.chat.http.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.chat.context.Admission;
import dev.signet.chat.context.Delegation;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.platform.ScriptedServer;
import dev.signet.chat.http.platform.ScriptedServer.Script;
import dev.signet.chat.platform.PlatformHealth;
import dev.signet.chat.tool.ToolUnavailableException;
import dev.signet.testkit.MovableClock;
import dev.signet.testkit.TestAuthority;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.Freshness;
import dev.signet.verifier.VerifierStatus;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorityClientTest {

    private static final String SESSION =
            "{\"sid\":\"ses_1\",\"created_at\":\"2026-03-01T12:00:00Z\",\"last_used_at\":"
                    + "\"2026-03-01T12:05:00Z\",\"client\":\"Chat\",\"address\":\"192.0.2.1\","
                    + "\"user_agent\":\"\",\"current\":false,\"new_member\":1}";

    private final MovableClock clock = MovableClock.start();
    private final TestAuthority issuer = new TestAuthority(clock);
    private final String token = issuer.userToken("usr_1", "ses_1").value();
    private ScriptedServer server;
    private AuthorityClient client;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        client =
                new AuthorityClient(
                        new AuthorityEndpoints(server.uri()),
                        new BackendLimits.Calls(Duration.ofMillis(800), 10_000),
                        this::status,
                        clock);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private VerifierStatus status() {
        return new VerifierStatus(
                Freshness.FRESH,
                Optional.of(Duration.ofMillis(40)),
                Optional.of("epoch"),
                7,
                Set.of("kid"),
                0,
                "JDK");
    }

    private UserContext context() {
        Verdict verdict = issuer.validator(new RevocationState()).validate(token);
        Admission admission =
                UserContext.admit((Verdict.Valid) verdict, Delegation.ofAccessToken(token));
        return ((Admission.Admitted) admission).context();
    }

    @Test
    void the_users_own_token_is_shown_and_nothing_else() throws Exception {
        server.then(exchange -> exchange.json(200, "{\"sessions\":[" + SESSION + "]}"));

        var sessions = client.sessions(context());

        assertThat(server.asked().getFirst().path()).isEqualTo("/auth/sessions");
        assertThat(server.asked().getFirst().headers())
                .containsEntry("Authorization", "Bearer " + token)
                .doesNotContainKey("Cookie");
        assertThat(sessions).singleElement().matches(session -> session.current());
        assertThat(sessions.getFirst().userAgent()).isEmpty();
    }

    static Stream<Script> badAnswers() {
        return Stream.of(
                exchange -> exchange.json(200, "{\"sessions\":{}}"),
                exchange -> exchange.json(200, "{\"sessions\":[7]}"),
                exchange -> exchange.json(200, "{\"sessions\":[{}]}"),
                exchange -> exchange.json(200, "{\"sessions\":[],\"sessions\":[]}"),
                exchange ->
                        exchange.json(
                                200, "{\"sessions\":[" + SESSION.replace("12:05", "x") + "]}"),
                exchange -> exchange.json(200, "[]"),
                exchange -> exchange.whole(200, "text/html", "<html>"),
                exchange -> exchange.json(200, ""),
                exchange -> exchange.json(204, ""),
                exchange -> exchange.json(401, "{\"code\":\"expired\"}"),
                exchange -> exchange.json(500, "{}"),
                exchange -> exchange.json(200, "{\"sessions\":[\"" + "x".repeat(20_000) + "\"]}"),
                exchange -> {
                    exchange.raw().getResponseHeaders().set("Location", "http://evil.example/");
                    exchange.json(302, "");
                },
                exchange -> exchange.end());
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void an_answer_that_is_not_the_contracts_is_no_answer(Script script) {
        server.then(script);

        assertThatThrownBy(() -> client.sessions(context()))
                .isInstanceOf(ToolUnavailableException.class)
                .hasMessageNotContaining(token);
        assertThat(server.asked())
                .isNotEmpty()
                .allMatch(asked -> asked.path().equals("/auth/sessions"));
    }

    @Test
    void an_answer_that_drips_is_given_up_in_time() {
        CountDownLatch over = new CountDownLatch(1);
        server.then(exchange -> {
            OutputStream out = exchange.events();
            out.write("{\"sess".getBytes());
            out.flush();
            try {
                over.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long begin = System.nanoTime();

        assertThatThrownBy(() -> client.sessions(context()))
                .isInstanceOf(ToolUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        over.countDown();
    }

    @Test
    void a_session_is_ended_by_its_own_path() throws Exception {
        server.then(exchange -> exchange.json(204, ""));
        assertThat(client.endSession(context(), "ses/../x y")).isTrue();
        assertThat(server.asked().getFirst().method()).isEqualTo("DELETE");
        assertThat(server.asked().getFirst().path()).isEqualTo("/auth/sessions/ses%2F..%2Fx%20y");

        server.now(exchange -> exchange.json(404, "{}"));
        assertThat(client.endSession(context(), "ses_2")).isFalse();
    }

    @Test
    void security_events_become_sentences() throws Exception {
        server.then(exchange ->
                exchange.json(
                        200,
                        "{\"events\":[{\"id\":1,\"at\":\"2026-03-01T12:00:00Z\",\"action\":"
                                + "\"login_refused\",\"address\":\"192.0.2.1\"},{\"at\":"
                                + "\"2026-03-01T11:00:00Z\",\"action\":\"brand_new\"}]}"));

        var events = client.securityEvents(context(), 5);

        assertThat(events)
                .extracting(event -> event.summary())
                .containsExactly("A sign-in was refused.", "Something happened: brand new.");
        assertThat(client.securityEvents(context(), 1)).hasSize(1);
    }

    @Test
    void health_is_measured() throws Exception {
        server.then(exchange -> {
            clock.advance(Duration.ofMillis(12));
            exchange.json(200, "{}");
        });
        PlatformHealth up = client.health(context());
        assertThat(up.overall()).isEqualTo(PlatformHealth.State.UP);
        assertThat(up.parts().getFirst().detail()).isEqualTo("answered in 12 ms");

        server.now(exchange -> exchange.json(503, "{}"));
        assertThat(client.health(context()).overall()).isEqualTo(PlatformHealth.State.DEGRADED);
        server.now(exchange -> exchange.end());
        assertThat(client.health(context()).overall()).isEqualTo(PlatformHealth.State.DOWN);
    }

    @Test
    void a_ticket_is_issued_refused_or_not_to_be_had() throws Exception {
        Delegation delegation = Delegation.ofAccessToken(token);
        server.now(exchange -> exchange.json(200, "{\"ticket\":\"sgt_x\",\"expires_in\":30}"));
        assertThat(client.ticket(delegation)).isEqualTo(new TicketAnswer.Issued("sgt_x", 30));
        server.now(exchange -> exchange.json(401, "{}"));
        assertThat(client.ticket(delegation)).isEqualTo(new TicketAnswer.Refused());
        server.now(exchange -> exchange.json(200, "{\"ticket\":7}"));
        assertThat(client.ticket(delegation)).isEqualTo(new TicketAnswer.Unavailable());
        server.now(exchange -> exchange.json(500, "{}"));
        assertThat(client.ticket(delegation)).isEqualTo(new TicketAnswer.Unavailable());
    }

    @Test
    void nothing_secret_is_printed() {
        assertThat(new ClientCredential("chat", "s3cret").toString()).doesNotContain("s3cret");
        assertThat(new TicketAnswer.Issued("sgt_x", 30).toString()).doesNotContain("sgt_x");
        assertThat(new TokenAnswer.Issued("acc", Optional.of("ref"), Optional.of("idt")).toString())
                .doesNotContain("acc", "ref", "idt");
    }
}
