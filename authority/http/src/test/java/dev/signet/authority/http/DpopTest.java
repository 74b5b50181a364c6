package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer.Person;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens that are bound to a key are worth nothing without it (RFC 9449). */
class DpopTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private static final String TOKEN = "/oauth2/token";
    private static final String ME = "/auth/me";

    private final Wire wire = SERVER.wire();
    private final Person person = SERVER.person();
    private final String phone = SERVER.phone();
    private final DpopKey key = new DpopKey(SERVER.clock());
    private final DpopKey stranger = new DpopKey(SERVER.clock());
    private final Reply tokens = bound();
    private final String access = tokens.text("access_token");

    private Reply bound() {
        CodeFlow flow = CodeFlow.of(phone);
        return token(flow.exchange(flow.code(SERVER, person)), key.proof("POST", at(TOKEN)));
    }

    private Reply token(Map<String, String> form, String... proofs) {
        Map<String, String> named = new HashMap<>(form);
        named.put("client_id", phone);
        String[] headers = new String[0];
        for (String proof : proofs) {
            headers = Wire.and(headers, "DPoP", proof);
        }
        return wire.form(TOKEN, named, headers);
    }

    private Reply refresh(String token, DpopKey by) {
        return token(
                Map.of("grant_type", "refresh_token", "refresh_token", token),
                by.proof("POST", at(TOKEN)));
    }

    private static String at(String path) {
        return SERVER.issuer() + path;
    }

    private Reply me(String proof) {
        return wire.get(ME, "Authorization", "DPoP " + access, "DPoP", proof);
    }

    @Test
    void the_token_names_its_key_and_the_answer_its_type() {
        assertThat(tokens.text("token_type")).isEqualTo("DPoP");
        assertThat(Jwt.claims(access).getJsonObject("cnf").getString("jkt")).hasSize(43);
    }

    @Test
    void with_the_proof_of_its_key_it_is_let_in() {
        Reply reply = me(key.proof("GET", at(ME), access));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("id")).isEqualTo(person.id());
    }

    @Test
    void as_a_bearer_token_it_is_refused() {
        Reply reply = wire.get(ME, Wire.bearer(access));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("code")).isEqualTo("wrong_type");
    }

    @Test
    void with_the_proof_of_another_key_it_is_refused() {
        Reply reply = me(stranger.proof("GET", at(ME), access));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("code")).isEqualTo("wrong_type");
        assertThat(reply.header("WWW-Authenticate").orElse(""))
                .startsWith("DPoP error=\"invalid_token\"");
    }

    @Test
    void a_proof_is_good_for_one_method_one_address_one_token_and_one_use() {
        String proof = key.proof("GET", at(ME), access);
        assertThat(me(proof).status()).isEqualTo(200);

        assertBadProof(me(proof));
        assertBadProof(me(key.proof("POST", at(ME), access)));
        assertBadProof(me(key.proof("GET", at("/auth/sessions"), access)));
        assertBadProof(me(key.proof("GET", at(ME), person.accessToken())));
        assertBadProof(me(key.proof("GET", at(ME))));
        assertBadProof(me("nonsense"));
        assertBadProof(wire.get(ME, "Authorization", "DPoP " + access));
    }

    private static void assertBadProof(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("code")).isEqualTo("invalid_dpop_proof");
        assertThat(reply.header("WWW-Authenticate").orElse(""))
                .contains("DPoP algs=\"ES256", "error=\"invalid_dpop_proof\"");
    }

    @Test
    void a_bearer_token_does_not_become_a_bound_one_by_a_proof() {
        String bearer = person.accessToken();

        Reply reply =
                wire.get(
                        ME,
                        "Authorization",
                        "DPoP " + bearer,
                        "DPoP",
                        key.proof("GET", at(ME), bearer));

        assertThat(reply.text("code")).isEqualTo("wrong_type");
    }

    /** Else strangers could fill what is remembered of proofs, and nobody's would be taken. */
    @Test
    void the_proof_beside_a_bad_token_is_not_spent() {
        String proof = key.proof("GET", at(ME), "nonsense");

        for (int i = 0; i < 2; i++) {
            Reply reply = wire.get(ME, "Authorization", "DPoP nonsense", "DPoP", proof);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.text("code")).isEqualTo("malformed");
        }
    }

    @Test
    void a_bound_family_is_refreshed_with_its_key_alone() {
        String refresh = tokens.text("refresh_token");

        assertThat(refresh(refresh, stranger).text("error")).isEqualTo("invalid_grant");
        assertThat(
                        token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                                .text("error"))
                .isEqualTo("invalid_grant");
        Reply next = refresh(refresh, key);
        assertThat(next.status()).isEqualTo(200);
        assertThat(refresh(refresh, key).text("refresh_token"))
                .isEqualTo(next.text("refresh_token"));
    }

    @Test
    void a_bad_proof_at_the_token_endpoint_is_told_and_spends_nothing() {
        CodeFlow flow = CodeFlow.of(phone);
        Map<String, String> form = flow.exchange(flow.code(SERVER, person));

        assertThat(token(form, key.proof("GET", at(TOKEN))).text("error"))
                .isEqualTo("invalid_dpop_proof");
        assertThat(
                        token(form, key.proof("POST", at(TOKEN)), key.proof("POST", at(TOKEN)))
                                .text("error"))
                .isEqualTo("invalid_dpop_proof");
        assertThat(token(form, key.proof("POST", at(TOKEN))).status()).isEqualTo(200);
    }

    @Test
    void services_are_told_of_the_key() {
        Reply verdict =
                wire.post(
                        "/auth/validate",
                        new JsonObject().put("token", access),
                        Wire.bearer(SERVER.serviceToken()));

        assertThat(verdict.json().getJsonObject("cnf"))
                .isEqualTo(Jwt.claims(access).getJsonObject("cnf"));
    }

    @Test
    void services_have_no_bound_tokens() {
        String service = SERVER.serviceToken();

        Reply reply =
                wire.get(
                        "/feed/snapshot",
                        "Authorization",
                        "DPoP " + service,
                        "DPoP",
                        key.proof("GET", at("/feed/snapshot"), service));

        assertThat(reply.status()).isEqualTo(401);
    }
}
