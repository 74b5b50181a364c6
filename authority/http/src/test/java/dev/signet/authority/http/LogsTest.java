package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * Nothing that is secret or personal stands in a log, nor in the text of an exception: at any level
 * of ours, and at DEBUG of the libraries.
 */
class LogsTest {

    @RegisterExtension static final AuthorityServer SERVER = new AuthorityServer();

    private static final String PASSWORD = AuthorityServer.PASSWORD;
    private static final String WRONG_PASSWORD = "this is not my passphrase";

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.signet");
    private final Level usual = root.getLevel();
    private final Listener listener = new Listener();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Wire wire = SERVER.wire();

    /** Keeps everything as one text per event, the texts of its exceptions included. */
    private static final class Listener extends AppenderBase<ILoggingEvent> {
        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder text = new StringBuilder(event.getLoggerName());
            text.append(' ').append(event.getFormattedMessage()).append(event.getMDCPropertyMap());
            append(text, event.getThrowableProxy());
            texts.add(text.toString());
        }

        private static void append(StringBuilder text, IThrowableProxy fault) {
            if (fault == null) {
                return;
            }
            text.append(" | ").append(fault.getClassName()).append(": ").append(fault.getMessage());
            append(text, fault.getCause());
            for (IThrowableProxy other : fault.getSuppressed()) {
                append(text, other);
            }
        }
    }

    @BeforeEach
    void listen() {
        root.setLevel(Level.DEBUG);
        ours.setLevel(Level.TRACE);
        listener.start();
        root.addAppender(listener);
    }

    @AfterEach
    void stop() {
        root.detachAppender(listener);
        root.setLevel(usual);
        ours.setLevel(null);
    }

    private void remember(String what, String secret) {
        assertThat(secret).as(what).isNotBlank();
        secrets.put(what, secret);
    }

    private Person signedUp() {
        Person person = SERVER.person();
        remember("password", PASSWORD);
        remember("wrong password", WRONG_PASSWORD);
        remember("e-mail address", person.email());
        remember("access token", signature(person.accessToken()));
        remember("refresh token", person.refreshToken());
        remember("mailed code", SERVER.mailedCode());
        return person;
    }

    /** The part of a token that makes it one. */
    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private void firstPartyFlow(Person person) {
        login(person.email(), WRONG_PASSWORD);
        Reply login = login(person.email(), PASSWORD);
        remember("second refresh token", login.text("refresh_token"));
        Reply ticket =
                wire.send("POST", "/auth/ticket", new byte[0], Wire.bearer(person.accessToken()));
        remember("ticket", ticket.text("ticket"));
        String service = SERVER.serviceToken();
        remember("service token", signature(service));
        wire.post(
                "/auth/ticket/redeem",
                new JsonObject().put("ticket", ticket.text("ticket")),
                Wire.bearer(service));
        refresh(login.text("refresh_token"));
        refresh(login.text("refresh_token"));
        wire.post("/auth/password/forgot", new JsonObject().put("email", person.email()));
        remember("reset code", SERVER.mailedCode());
        wire.post(
                "/auth/password/reset",
                new JsonObject().put("token", SERVER.mailedCode()).put("password", "short"));
    }

    private Reply login(String email, String password) {
        return wire.post(
                "/auth/login", new JsonObject().put("email", email).put("password", password));
    }

    private Reply refresh(String token) {
        return wire.post("/auth/refresh", new JsonObject().put("refresh_token", token));
    }

    private void standardFlow(Person person) {
        Confidential web = SERVER.web(ClientRight.INTROSPECT);
        remember("client secret", web.secret());
        CodeFlow flow = CodeFlow.of(web.id());
        Browser browser = SERVER.browser();
        String code = CodeFlow.parameters(flow.signIn(browser, person).location()).get("code");
        remember("code", code);
        remember("code verifier", CodeFlow.VERIFIER);
        remember("browser cookie", browser.cookie("signet_login").orElseThrow());
        remember("csrf value", browser.cookie("signet_csrf").orElseThrow());
        Reply tokens = wire.form("/oauth2/token", flow.exchange(code), web.basic());
        remember("id token", signature(tokens.text("id_token")));
        remember("third refresh token", tokens.text("refresh_token"));
        wire.form("/oauth2/introspect", Map.of("token", tokens.text("access_token")), web.basic());
        wire.form("/oauth2/token", flow.exchange(code), Wire.basic(web.id(), "guessed"));
        wire.form("/oauth2/token", flow.exchange(code), web.basic());
        wire.form("/oauth2/revoke", Map.of("token", tokens.text("refresh_token")), web.basic());
    }

    private void badRequests(Person person) {
        String token = person.accessToken();
        wire.get("/auth/me?access_token=" + token + "&password=" + "hunter2hunter2");
        remember("password in an address", "hunter2hunter2");
        wire.get("/auth/me/" + token);
        wire.get("/" + person.email());
        wire.get("/auth/me", Wire.bearer(Jwt.forged(token)));
        byte[] broken = ("{\"password\":\"" + PASSWORD + "\",").getBytes(StandardCharsets.UTF_8);
        wire.send("POST", "/auth/login", broken, "Content-Type", "application/json");
        wire.post("/auth/login", new JsonObject().put(PASSWORD, person.email()));
        wire.form("/login", Map.of("email", person.email(), "password", PASSWORD));
        wire.get("/auth/me", "DPoP", token, "Authorization", "DPoP " + token);
    }

    @Test
    void no_flow_good_or_bad_leaves_a_secret_in_a_log() {
        Person person = signedUp();
        firstPartyFlow(person);
        standardFlow(person);
        badRequests(person);

        assertClean();
    }

    @Test
    void a_store_that_fails_in_the_middle_tells_no_secret_either() throws Exception {
        Person person = signedUp();
        SERVER.database()
                .write(tx -> {
                    tx.handle().execute("ALTER TABLE account RENAME TO account_gone");
                    return true;
                });
        try {
            assertThat(login(person.email(), PASSWORD).status()).isEqualTo(503);
            assertThat(refresh(person.refreshToken()).status()).isEqualTo(503);
            Reply register =
                    wire.post(
                            "/auth/register",
                            new JsonObject()
                                    .put("email", "x" + person.email())
                                    .put("password", PASSWORD));
            assertThat(register.status()).isEqualTo(503);
            assertThat(register.body()).doesNotContain("account", "SQL", "Exception");
        } finally {
            SERVER.database()
                    .write(tx -> {
                        tx.handle().execute("ALTER TABLE account_gone RENAME TO account");
                        return true;
                    });
        }
        assertThat(listener.texts).anyMatch(text -> text.contains("request_failed"));

        assertClean();
    }

    private void assertClean() {
        assertThat(listener.texts).isNotEmpty();
        List<String> found =
                listener.texts.stream()
                        .flatMap(text ->
                                secrets.entrySet().stream()
                                        .filter(secret -> text.contains(secret.getValue()))
                                        .map(secret -> secret.getKey() + " in: " + text))
                        .toList();
        assertThat(found).isEmpty();
    }
}
