package dev.signet.authority.http.auth;

import dev.signet.authority.Authority;
import dev.signet.authority.client.Client;
import dev.signet.authority.grant.Grant;
import dev.signet.authority.grant.ServiceGrant;
import dev.signet.authority.http.limit.Bursts;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Members;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** {@code POST /auth/service-token}: client credentials in JSON. */
final class ServiceTokenEndpoint {

    private static final int TEXT_MAX = EndpointLimits.TEXT_MAX;

    private final Authority authority;
    private final Bursts bursts;

    ServiceTokenEndpoint(Authority authority, Bursts bursts) {
        this.authority = authority;
        this.bursts = bursts;
    }

    Answer answer(Request request) {
        Members members = request.json();
        String id = members.text("client_id", TEXT_MAX);
        String secret = members.text("client_secret", TEXT_MAX);
        Optional<String> scope = members.optionalText("scope", TEXT_MAX);
        Optional<String> audience = members.optionalText("audience", TEXT_MAX);
        members.done();
        return authority
                .clients()
                .authenticate(id, secret)
                .map(client -> issue(client, scope, audience))
                .orElseGet(() ->
                        bursts.refusal(request).orElseGet(ServiceTokenEndpoint::invalidClient));
    }

    private static Answer invalidClient() {
        return Answer.refusal(
                Problem.of(401, "invalid_client", "Unknown client, or wrong secret."));
    }

    private Answer issue(Client client, Optional<String> scope, Optional<String> audience) {
        return switch (authority.grants().clientCredentials(client, scope, audience)) {
            case ServiceGrant.Issued(var access, var scopes) ->
                    Answer.json(
                            new JsonObject()
                                    .put("access_token", access.value())
                                    .put("token_type", "Bearer")
                                    .put("expires_in", access.expiresInSeconds())
                                    .put("scope", scopes.parameter()));
            case ServiceGrant.Refused(var error, var description) ->
                    Answer.refusal(Problem.of(status(error), error.code(), description));
        };
    }

    private static int status(Grant.Error error) {
        return error == Grant.Error.UNAUTHORIZED_CLIENT ? 403 : 400;
    }
}
