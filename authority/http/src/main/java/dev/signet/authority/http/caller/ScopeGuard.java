package dev.signet.authority.http.caller;

import dev.signet.authority.client.Scope;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.verdict.Identity;
import java.util.Optional;

/** Of the people whom another guard lets in, those whose token has a scope. */
record ScopeGuard(Guard<Identity> people, Scope needed) implements Guard<Identity> {

    @Override
    public Caller caller() {
        return people.caller();
    }

    @Override
    public Optional<String> scope() {
        return Optional.of(needed.code());
    }

    @Override
    public Admission<Identity> admit(Request request) {
        Admission<Identity> admission = people.admit(request);
        return admission instanceof Admission.Admitted<Identity>(Identity identity)
                        && !identity.scopes().contains(needed.code())
                ? lacking(identity, needed.code())
                : admission;
    }

    /** The refusal of a good token without that scope. */
    static Admission<Identity> lacking(Identity identity, String scope) {
        String scheme = identity.keyThumbprint().isPresent() ? "DPoP" : "Bearer";
        return new Admission.Refused<>(Answer.refusal(Problem.insufficientScope(scheme, scope)));
    }
}
