package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.testkit.RandomText;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text in any member gets an answer about the caller, never one about us. */
class RandomTextTest {

    private static final int ROUNDS = 25;
    private static final String OUTSIDE_THE_BASIC_PLANE = "\uD800\uDC00";

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private final Wire wire = SERVER.wire();
    private final Confidential service = SERVER.service();
    private final String[] asService = Wire.bearer(SERVER.serviceToken(service));
    private final RandomText texts = new RandomText();

    static List<String> notOneIsAToken() {
        String one = OUTSIDE_THE_BASIC_PLANE;
        return List.of(
                one.repeat(3) + "..",
                "." + one.repeat(3) + ".",
                ".." + one.repeat(3),
                one + "." + one + "." + one,
                "\0.\0.\0",
                "\u00e9.\u00e9.\u00e9",
                one.repeat(2000) + "..");
    }

    /** JSON in ASCII: each character as an escape, so that pairs arrive as two. */
    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> String.format("\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private Reply json(String path, String body, String... headers) {
        return wire.send(
                "POST",
                path,
                body.getBytes(StandardCharsets.US_ASCII),
                Wire.and(headers, "Content-Type", "application/json"));
    }

    @ParameterizedTest
    @MethodSource("notOneIsAToken")
    void what_is_no_token_is_malformed_at_each_door(String text) {
        JsonObject malformed =
                new JsonObject().put("verdict", "INVALID").put("reason", "malformed");
        String token = escaped(text);

        assertThat(json("/auth/validate", "{\"token\":" + token + "}", asService).json())
                .isEqualTo(malformed);
        assertThat(
                        wire.form(
                                        "/oauth2/introspect",
                                        Map.of("token", text),
                                        Wire.basic(service.id(), service.secret()))
                                .json())
                .isEqualTo(new JsonObject().put("active", false));
        assertThat(
                        wire.form(
                                        "/oauth2/revoke",
                                        Map.of("token", text),
                                        Wire.basic(service.id(), service.secret()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void one_bad_text_spoils_no_batch() {
        String good = SERVER.person().accessToken();
        String bad = escaped(OUTSIDE_THE_BASIC_PLANE.repeat(3) + "..");
        Reply reply =
                json(
                        "/auth/validate-batch",
                        "{\"tokens\":[" + bad + ",\"" + good + "\"]}",
                        asService);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonArray verdicts = reply.json().getJsonArray("verdicts");
        assertThat(verdicts.getJsonObject(0).getString("reason")).isEqualTo("malformed");
        assertThat(verdicts.getJsonObject(1).getString("verdict")).isEqualTo("VALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/validate token",
                "/auth/validate token audience",
                "/auth/validate token token_type",
                "/auth/ticket/redeem ticket",
                "/auth/login email password",
                "/auth/register email password name",
                "/auth/refresh refresh_token",
                "/auth/logout refresh_token",
                "/auth/service-token client_id client_secret scope",
                "/auth/password/forgot email",
                "/auth/password/reset code password",
                "/auth/email/verify code"
            })
    void any_text_in_a_member_is_answered_about_the_caller(String route) {
        List<String> words = List.of(route.split(" "));
        for (int i = 0; i < ROUNDS; i++) {
            String body =
                    words.stream()
                            .skip(1)
                            .map(name -> '"' + name + "\":" + escaped(texts.sound(60)))
                            .collect(Collectors.joining(",", "{", "}"));
            assertNotOurFault(json(words.getFirst(), body, asService), body);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/introspect token token_type_hint",
                "/oauth2/revoke token token_type_hint client_id",
                "/oauth2/token grant_type client_id refresh_token",
                "/oauth2/token client_id client_secret grant_type scope",
                "/oauth2/token code redirect_uri code_verifier client_id"
            })
    void any_text_in_a_form_is_answered_about_the_caller(String route) {
        List<String> words = List.of(route.split(" "));
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, String> fields = new LinkedHashMap<>();
            words.stream().skip(1).forEach(name -> fields.put(name, texts.sound(60)));
            fields.computeIfPresent("grant_type", (name, any) -> grantType(any));
            fields.computeIfPresent(
                    "client_id", (name, any) -> any.length() % 2 > 0 ? "signet" : any);
            assertNotOurFault(wire.form(words.getFirst(), fields), fields);
        }
    }

    private static String grantType(String any) {
        List<String> known =
                List.of("refresh_token", "authorization_code", "client_credentials", any);
        return known.get(any.length() % known.size());
    }

    @Test
    void any_text_as_credentials_of_a_client_is_answered_about_the_client() {
        for (int i = 0; i < ROUNDS; i++) {
            String pair = texts.sound(20) + ':' + texts.sound(20);
            String basic =
                    Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            Reply reply =
                    wire.form(
                            "/oauth2/introspect",
                            Map.of("token", "x"),
                            "Authorization",
                            "Basic " + basic);
            assertNotOurFault(reply, pair);
        }
    }

    @Test
    void any_text_in_a_query_is_answered_about_the_caller() {
        for (int i = 0; i < ROUNDS; i++) {
            String query =
                    Wire.encoded(
                            Map.of(
                                    "response_type", "code",
                                    "client_id", i % 2 == 0 ? "signet" : texts.sound(20),
                                    "redirect_uri", texts.sound(40),
                                    "scope", texts.sound(40),
                                    "state", texts.sound(40),
                                    "code_challenge", texts.sound(43)));
            assertNotOurFault(wire.get("/oauth2/authorize?" + query), query);
        }
    }

    private static void assertNotOurFault(Reply reply, Object sent) {
        assertThat(reply.status()).as("%s for %s", reply.body(), sent).isLessThan(500);
    }
}
