package dev.signet.authority.http.caller;

import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.Clients;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.verdict.Identity;
import java.util.Optional;

/**
 * Of the services whom another guard lets in, those that are registered with a right now, whatever
 * they were when they got their token, and that did not ask for a token without it.
 */
record RightGuard(Guard<Identity> services, Clients clients, ClientRight right)
        implements Guard<Identity> {

    @Override
    public Caller caller() {
        return services.caller();
    }

    @Override
    public Optional<String> scope() {
        return Optional.of(right.code());
    }

    @Override
    public Admission<Identity> admit(Request request) {
        Admission<Identity> admission = services.admit(request);
        if (!(admission instanceof Admission.Admitted<Identity>(Identity identity))) {
            return admission;
        }
        if (clients.find(identity.clientId()).filter(client -> client.may(right)).isEmpty()) {
            return new Admission.Refused<>(Answer.refusal(unauthorized()));
        }
        return identity.scopes().contains(right.code())
                ? admission
                : ScopeGuard.lacking(identity, right.code());
    }

    private Problem unauthorized() {
        return Problem.of(
                        403,
                        "unauthorized_client",
                        "This client is not registered with the right " + right.code() + ".")
                .withAction("Ask whoever runs the authority to give the client this right.");
    }
}
