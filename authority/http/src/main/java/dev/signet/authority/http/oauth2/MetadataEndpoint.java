package dev.signet.authority.http.oauth2;

import dev.signet.authority.client.Scope;
import dev.signet.authority.http.caller.Possession;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What this authority can do (RFC 8414, OpenID Connect Discovery §3); says only what is true. */
final class MetadataEndpoint {

    private final JsonObject document;

    MetadataEndpoint(String issuer) {
        JsonArray secrets = array("client_secret_basic", "client_secret_post");
        this.document =
                new JsonObject()
                        .put("issuer", issuer)
                        .put("authorization_endpoint", issuer + "/oauth2/authorize")
                        .put("token_endpoint", issuer + "/oauth2/token")
                        .put("jwks_uri", issuer + "/oauth2/jwks")
                        .put("userinfo_endpoint", issuer + "/oauth2/userinfo")
                        .put("introspection_endpoint", issuer + "/oauth2/introspect")
                        .put("revocation_endpoint", issuer + "/oauth2/revoke")
                        .put("end_session_endpoint", issuer + "/oauth2/logout")
                        .put("response_types_supported", array("code"))
                        .put("response_modes_supported", array("query"))
                        .put(
                                "grant_types_supported",
                                array("authorization_code", "refresh_token", "client_credentials"))
                        .put("code_challenge_methods_supported", array("S256"))
                        .put("authorization_response_iss_parameter_supported", true)
                        .put("subject_types_supported", array("public"))
                        .put("id_token_signing_alg_values_supported", array("ES256"))
                        .put(
                                "dpop_signing_alg_values_supported",
                                new JsonArray(Possession.ALGORITHMS))
                        .put("scopes_supported", new JsonArray(Scope.codes()))
                        .put(
                                "claims_supported",
                                array("sub", "email", "email_verified", "name", "auth_time", "sid"))
                        .put("claims_parameter_supported", false)
                        .put("request_parameter_supported", false)
                        .put("request_uri_parameter_supported", false)
                        .put("prompt_values_supported", array("none", "login", "select_account"))
                        .put("token_endpoint_auth_methods_supported", secrets.copy().add("none"))
                        .put(
                                "revocation_endpoint_auth_methods_supported",
                                secrets.copy().add("none"))
                        .put("introspection_endpoint_auth_methods_supported", secrets);
    }

    private static JsonArray array(String... values) {
        return new JsonArray(List.of(values));
    }

    Answer answer(Request request) {
        return Answer.json(document).with("Cache-Control", "public, max-age=300");
    }
}
