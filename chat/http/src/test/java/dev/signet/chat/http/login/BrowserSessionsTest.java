package dev.signet.chat.http.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.authority.AuthorityEndpoints;
import dev.signet.chat.http.authority.TokenAnswer;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.platform.ScriptedServer;
import dev.signet.chat.http.platform.ScriptedServer.Asked;
import dev.signet.chat.login.WebSession;
import dev.signet.testkit.MovableClock;
import dev.signet.testkit.TestAuthority;
import dev.signet.token.access.TokenValidator;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.authority.ServiceCredential;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refreshing behind the cookie, against a token endpoint that answers by script. */
class BrowserSessionsTest {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final MovableClock clock = MovableClock.start();
    private final TestAuthority authority = new TestAuthority(clock);
    private final RevocationState revocations = new RevocationState();
    private final TokenValidator validator = authority.validator(revocations);
    private final MemoryWebSessions store = new MemoryWebSessions();
    private ScriptedServer server;
    private AuthorityClient client;
    private BrowserSessions sessions;
    private boolean unavailable;

    /** Binds a value to its place, as encryption does; the value itself stays readable here. */
    private static final class PlainSealer implements Sealer {
        @Override
        public String seal(byte[] plain, String context) {
            return Base64Url.encode(context) + "." + Base64Url.encode(plain);
        }

        @Override
        public Optional<byte[]> open(String sealed, String context) {
            String[] parts = sealed.split("\\.", 2);
            return parts[0].equals(Base64Url.encode(context))
                    ? Base64Url.decode(parts[1])
                    : Optional.empty();
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        client =
                new AuthorityClient(
                        new AuthorityEndpoints(server.uri()),
                        BackendLimits.Calls.standard(),
                        () -> {
                            throw new IllegalStateException("not asked");
                        },
                        clock);
        sessions =
                new BrowserSessions(
                        store,
                        new PlainSealer(),
                        this::verify,
                        client.tokens(new ServiceCredential("chat", "secret")),
                        new RandomValues(new SecureRandom()),
                        BackendLimits.SignIn.standard(),
                        clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Verdict verify(String token) {
        return unavailable
                ? new Verdict.Unavailable(Verdict.Cause.KEYS)
                : validator.validate(token);
    }

    private String signIn() {
        String token = authority.userToken("usr_1", "ses_1").value();
        Verdict.Valid valid = (Verdict.Valid) verify(token);
        return sessions.open(
                valid, new TokenAnswer.Issued(token, Optional.of("sgr_1"), Optional.empty()));
    }

    private ScriptedServer.Script tokens(String subject, String session, String refresh) {
        return exchange ->
                exchange.json(
                        200,
                        new JsonObject()
                                .put("access_token", authority.userToken(subject, session).value())
                                .put("refresh_token", refresh)
                                .put("token_type", "Bearer")
                                .put("expires_in", 600)
                                .encode());
    }

    private void runOut() {
        clock.advance(LIFE.plusSeconds(60));
    }

    private static String form(Asked asked, String name) {
        for (String pair : asked.body().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void a_fresh_token_is_used_as_it_is() throws Exception {
        String cookie = signIn();

        assertThat(sessions.find(cookie)).isInstanceOf(BrowserLogin.Present.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_token_is_refreshed_shortly_before_it_expires() throws Exception {
        server.then(tokens("usr_1", "ses_1", "sgr_2"));
        String cookie = signIn();
        clock.advance(LIFE.minusSeconds(80));

        var present = (BrowserLogin.Present) sessions.find(cookie);

        assertThat(present.verdict().identity().expiresAt()).isEqualTo(clock.instant().plus(LIFE));
        Asked asked = server.asked().getFirst();
        assertThat(form(asked, "grant_type")).isEqualTo("refresh_token");
        assertThat(form(asked, "refresh_token")).isEqualTo("sgr_1");
        assertThat(asked.headers().get("Authorization")).startsWith("Basic ");
        assertThat(asked.headers().get("Idempotency-Key")).matches("[A-Za-z0-9_-]{43}");
        assertThat(((BrowserLogin.Present) sessions.find(cookie)).verdict())
                .isEqualTo(present.verdict());
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void many_requests_at_once_refresh_once() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        server.then(exchange -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            tokens("usr_1", "ses_1", "sgr_2").answer(exchange);
        });
        String cookie = signIn();
        runOut();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<BrowserLogin>> found = new ArrayList<>();
            Callable<BrowserLogin> find = () -> sessions.find(cookie);
            for (int i = 0; i < 32; i++) {
                found.add(threads.submit(find));
            }
            held.countDown();
            for (Future<BrowserLogin> login : found) {
                assertThat(login.get()).isInstanceOf(BrowserLogin.Present.class);
            }
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void each_refresh_shows_the_newest_token_under_the_same_name() throws Exception {
        server.then(tokens("usr_1", "ses_1", "sgr_2")).then(tokens("usr_1", "ses_1", "sgr_3"));
        String cookie = signIn();
        runOut();
        sessions.find(cookie);
        runOut();
        sessions.find(cookie);

        assertThat(server.asked())
                .extracting(asked -> form(asked, "refresh_token"))
                .containsExactly("sgr_1", "sgr_2");
        assertThat(server.asked())
                .extracting(asked -> asked.headers().get("Idempotency-Key"))
                .containsOnly(server.asked().getFirst().headers().get("Idempotency-Key"));
    }

    @Test
    void an_answer_that_could_not_be_kept_is_asked_for_again_under_the_same_name()
            throws Exception {
        server.then(tokens("usr_1", "ses_1", "sgr_2"));
        String cookie = signIn();
        runOut();
        store.failingReplaces.set(1);

        assertThatThrownBy(() -> sessions.find(cookie)).isInstanceOf(IllegalStateException.class);
        assertThat(sessions.find(cookie)).isInstanceOf(BrowserLogin.Present.class);
        assertThat(server.asked())
                .extracting(asked -> form(asked, "refresh_token"))
                .containsExactly("sgr_1", "sgr_1");
        assertThat(server.asked())
                .extracting(asked -> asked.headers().get("Idempotency-Key"))
                .containsOnly(server.asked().getFirst().headers().get("Idempotency-Key"));
    }

    @Test
    void a_refused_refresh_ends_the_login() throws Exception {
        server.then(exchange -> exchange.json(400, "{\"error\":\"invalid_grant\"}"));
        String cookie = signIn();
        runOut();

        assertThat(sessions.find(cookie)).isEqualTo(new BrowserLogin.Ended("session_ended"));
        assertThat(sessions.find(cookie)).isEqualTo(new BrowserLogin.Absent());
        assertThat(store.rows).isEmpty();
    }

    @Test
    void an_outage_ends_nothing() throws Exception {
        server.then(exchange -> exchange.json(503, "{}"));
        String cookie = signIn();
        clock.advance(LIFE.minusSeconds(10));
        assertThat(sessions.find(cookie)).isInstanceOf(BrowserLogin.Present.class);

        runOut();
        assertThat(sessions.find(cookie)).isEqualTo(new BrowserLogin.Unknown());
        server.now(exchange -> exchange.json(401, "{\"error\":\"invalid_client\"}"));
        assertThat(sessions.find(cookie)).isEqualTo(new BrowserLogin.Unknown());
        server.now(exchange -> exchange.whole(200, "application/json", "<html>"));
        assertThat(sessions.find(cookie)).isEqualTo(new BrowserLogin.Unknown());
        server.now(tokens("usr_1", "ses_1", "sgr_2"));
        assertThat(sessions.find(cookie)).isInstanceOf(BrowserLogin.Present.class);
    }

    @Test
    void tokens_of_somebody_else_end_the_login() throws Exception {
        server.then(tokens("usr_2", "ses_1", "sgr_2"));
        String cookie = signIn();
        runOut();
        assertThat(sessions.find(cookie)).isEqualTo(new BrowserLogin.Ended("session_ended"));

        server.now(tokens("usr_1", "ses_2", "sgr_2"));
        String other = signIn();
        runOut();
        assertThat(sessions.find(other)).isEqualTo(new BrowserLogin.Ended("session_ended"));
    }

    @Test
    void a_revoked_login_is_not_refreshed() throws Exception {
        String cookie = signIn();
        revocations.apply(new RevocationEvent.SessionRevoked("ses_1", clock.instant().plus(LIFE)));

        assertThat(sessions.find(cookie))
                .isEqualTo(new BrowserLogin.Ended(Reason.REVOKED_SESSION.code()));
        assertThat(server.asked()).isEmpty();
        assertThat(store.rows).isEmpty();
    }

    @Test
    void what_cannot_be_judged_is_unknown_and_stays() throws Exception {
        String cookie = signIn();
        unavailable = true;
        assertThat(sessions.find(cookie)).isEqualTo(new BrowserLogin.Unknown());
        unavailable = false;
        assertThat(sessions.find(cookie)).isInstanceOf(BrowserLogin.Present.class);
    }

    @Test
    void a_revocation_forgets_every_browser_of_the_session() throws Exception {
        String one = signIn();
        String two = signIn();
        sessions.endAllOf("ses_1");

        assertThat(sessions.find(one)).isEqualTo(new BrowserLogin.Absent());
        assertThat(sessions.find(two)).isEqualTo(new BrowserLogin.Absent());
    }

    @Test
    void a_row_in_anothers_place_opens_nothing() throws Exception {
        String mine = signIn();
        String theirs = signIn();
        WebSession moved = store.rows.get(key(theirs));
        WebSession own = store.rows.get(key(mine));
        store.rows.put(
                own.key(),
                new WebSession(
                        own.key(),
                        moved.sealed(),
                        own.userId(),
                        own.sessionId(),
                        own.createdAt(),
                        own.lastUsedAt(),
                        own.expiresAt()));

        assertThat(sessions.find(mine)).isEqualTo(new BrowserLogin.Ended("session_ended"));
    }

    @Test
    void the_store_holds_neither_the_cookie_nor_an_open_token() {
        String cookie = signIn();
        WebSession row = store.rows.values().iterator().next();

        assertThat(row.key().value()).isNotEqualTo(cookie).hasSize(43);
        assertThat(row.toString()).doesNotContain(cookie, "sgr_1", row.sealed().base64());
        assertThat(new String(row.sealed().base64().getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("sgr_1");
    }

    @Test
    void a_cookie_of_another_form_is_nobody() throws Exception {
        assertThat(sessions.find("")).isEqualTo(new BrowserLogin.Absent());
        assertThat(sessions.find("x".repeat(5_000))).isEqualTo(new BrowserLogin.Absent());
        assertThat(sessions.find("A".repeat(43))).isEqualTo(new BrowserLogin.Absent());
    }

    private static WebSession.CookieHash key(String cookie) {
        return new WebSession.CookieHash(RandomValues.hash(cookie));
    }
}
