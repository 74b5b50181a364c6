package dev.signet.authority.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.Jwt;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first-party endpoints for services (contracts §4). */
class ServiceEndpointsTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private final Wire wire = SERVER.wire();
    private final Person person = SERVER.person();
    private final Confidential service = SERVER.service();
    private final String[] asService = Wire.bearer(SERVER.serviceToken(service));

    private JsonObject validate(JsonObject question) {
        Reply reply = wire.post("/auth/validate", question, asService);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static JsonObject about(String token) {
        return new JsonObject().put("token", token);
    }

    private static JsonObject invalid(String reason) {
        return new JsonObject().put("verdict", "INVALID").put("reason", reason);
    }

    @Test
    void a_service_token_is_given_for_id_and_secret() {
        Reply reply =
                wire.post(
                        "/auth/service-token",
                        new JsonObject()
                                .put("client_id", service.id())
                                .put("client_secret", service.secret())
                                .put("scope", "feed"));

        assertThat(reply.status()).isEqualTo(200);
        JsonObject claims = Jwt.claims(reply.text("access_token"));
        assertThat(reply.json().getLong("expires_in"))
                .isEqualTo(claims.getLong("exp") - claims.getLong("iat"));
        assertThat(reply.text("scope")).isEqualTo("feed");
        assertThat(claims.getString("token_type")).isEqualTo("service");
    }

    @Test
    void a_service_token_is_refused_alike_for_an_unknown_id_and_a_wrong_secret() {
        Reply wrong = serviceToken(service.id(), "wrong");
        Reply unknown = serviceToken("nobody", service.secret());
        Reply persons = serviceToken("signet", "");

        for (Reply reply : List.of(wrong, unknown, persons)) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.text("code")).isEqualTo("invalid_client");
            assertThat(reply.text("detail")).isEqualTo(wrong.text("detail"));
            assertThat(reply.header("WWW-Authenticate")).isPresent();
        }
    }

    private Reply serviceToken(String id, String secret) {
        return wire.post(
                "/auth/service-token",
                new JsonObject().put("client_id", id).put("client_secret", secret));
    }

    @Test
    void a_good_token_is_valid_with_its_identity() {
        JsonObject answer = validate(about(person.accessToken()));
        JsonObject claims = Jwt.claims(person.accessToken());

        assertThat(answer.getString("verdict")).isEqualTo("VALID");
        assertThat(answer.getString("user_id")).isEqualTo(person.id());
        assertThat(answer.getString("email")).isEqualTo(person.email());
        assertThat(answer.getString("sid")).isEqualTo(claims.getString("sid"));
        assertThat(answer.getString("client_id")).isEqualTo("signet");
        assertThat(answer.getInstant("expires_at").getEpochSecond())
                .isEqualTo(claims.getLong("exp"));
        assertThat(answer.getJsonArray("permissions"))
                .map(Object::toString)
                .containsExactlyInAnyOrder("chat:use", "sessions:revoke");
    }

    @Test
    void a_bad_token_is_invalid_with_its_reason() {
        String token = person.accessToken();

        assertThat(validate(about(Jwt.forged(token)))).isEqualTo(invalid("bad_signature"));
        assertThat(validate(about(token + "="))).isEqualTo(invalid("malformed"));
        assertThat(validate(about(""))).isEqualTo(invalid("malformed"));
        assertThat(validate(about("x".repeat(16 * 1024 + 1)))).isEqualTo(invalid("too_large"));
        assertThat(validate(about(person.refreshToken()))).isEqualTo(invalid("malformed"));
    }

    @Test
    void audience_and_type_are_part_of_the_question() {
        String token = person.accessToken();

        assertThat(validate(about(token).put("audience", "signet-platform")).getString("verdict"))
                .isEqualTo("VALID");
        assertThat(validate(about(token).put("audience", "signet-services")))
                .isEqualTo(invalid("wrong_audience"));
        assertThat(validate(about(token).put("audience", "elsewhere")))
                .isEqualTo(invalid("wrong_audience"));
        assertThat(validate(about(token).put("token_type", "access")).getString("verdict"))
                .isEqualTo("VALID");
        assertThat(validate(about(token).put("token_type", "service")))
                .isEqualTo(invalid("wrong_type"));
        assertThat(
                        wire.post(
                                        "/auth/validate",
                                        about(token).put("token_type", "refresh"),
                                        asService)
                                .status())
                .isEqualTo(400);
    }

    @Test
    void a_revoked_token_is_invalid_at_once() {
        wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(person.accessToken()));

        assertThat(validate(about(person.accessToken()))).isEqualTo(invalid("revoked_session"));
    }

    @Test
    void up_to_a_hundred_tokens_are_judged_at_once_in_their_order() {
        List<String> tokens = List.of(person.accessToken(), "x", Jwt.forged(person.accessToken()));

        Reply reply =
                wire.post(
                        "/auth/validate-batch",
                        new JsonObject().put("tokens", new JsonArray(tokens)),
                        asService);

        assertThat(
                        reply.json().getJsonArray("verdicts").stream()
                                .map(v -> ((JsonObject) v).getString("reason", "good")))
                .containsExactly("good", "malformed", "bad_signature");
        assertThat(batchOf(100).status()).isEqualTo(200);
        assertThat(batchOf(101).status()).isEqualTo(400);
    }

    private Reply batchOf(int count) {
        return wire.post(
                "/auth/validate-batch",
                new JsonObject().put("tokens", new JsonArray(Collections.nCopies(count, "x"))),
                asService);
    }

    @Test
    void a_ticket_is_redeemed_once_for_the_identity_and_a_token_to_act_with() {
        Reply issued =
                wire.send("POST", "/auth/ticket", new byte[0], Wire.bearer(person.accessToken()));
        assertThat(issued.json().getInteger("expires_in")).isEqualTo(30);
        JsonObject ticket = new JsonObject().put("ticket", issued.text("ticket"));

        JsonObject redeemed = wire.post("/auth/ticket/redeem", ticket, asService).json();

        assertThat(redeemed.fieldNames())
                .contains(
                        "verdict",
                        "user_id",
                        "email",
                        "permissions",
                        "sid",
                        "client_id",
                        "expires_at",
                        "aud",
                        "jti",
                        "scope",
                        "env",
                        "issued_at",
                        "access_token");
        assertThat(redeemed.getString("verdict")).isEqualTo("VALID");
        String access = redeemed.getString("access_token");
        assertThat(wire.get("/auth/me", Wire.bearer(access)).text("id")).isEqualTo(person.id());
        assertThat(Jwt.claims(access).getLong("exp"))
                .isLessThanOrEqualTo(Jwt.claims(person.accessToken()).getLong("exp"));
        assertThat(wire.post("/auth/ticket/redeem", ticket, asService).json())
                .isEqualTo(invalid("revoked_token"));
    }

    @Test
    void a_ticket_of_a_session_that_ended_is_worth_nothing() {
        Reply issued =
                wire.send("POST", "/auth/ticket", new byte[0], Wire.bearer(person.accessToken()));
        wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(person.accessToken()));

        assertThat(
                        wire.post(
                                        "/auth/ticket/redeem",
                                        new JsonObject().put("ticket", issued.text("ticket")),
                                        asService)
                                .json())
                .isEqualTo(invalid("revoked_session"));
    }

    @Test
    void what_is_no_ticket_is_invalid() {
        for (String text : List.of("x", "sgt_" + "A".repeat(43), person.accessToken())) {
            Reply reply =
                    wire.post(
                            "/auth/ticket/redeem", new JsonObject().put("ticket", text), asService);
            if (text.length() <= 128) {
                assertThat(reply.text("verdict")).isEqualTo("INVALID");
            } else {
                assertThat(reply.status()).isEqualTo(400);
            }
        }
    }
}
