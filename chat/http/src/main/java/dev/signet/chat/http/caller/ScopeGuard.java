package dev.signet.chat.http.caller;

import dev.signet.chat.context.UserContext;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import java.util.Optional;

/** Of the people who may chat, those whose token has another scope too. */
record ScopeGuard(UserGuard users, String further) implements Guard<UserContext> {

    @Override
    public Caller caller() {
        return users.caller();
    }

    @Override
    public Optional<String> scope() {
        return users.scope().map(first -> first + " " + further);
    }

    @Override
    public Admission<UserContext> admit(Request request) {
        Admission<UserContext> admission = users.admit(request);
        return admission instanceof Admission.Admitted<UserContext>(UserContext context)
                        && !context.identity().scopes().contains(further)
                ? new Admission.Refused<>(
                        Answer.refusal(Problem.insufficientScope("Bearer", further)))
                : admission;
    }
}
