package dev.signet.chat.http.login;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import java.util.Optional;

/**
 * Lets in our own page in a browser that holds a cookie, also one whose login cannot be judged just
 * now: whoever wants to leave is never kept.
 */
record LogoutGuard(BrowserCookies cookies, SameOrigin sameOrigin) implements Guard<String> {

    @Override
    public Caller caller() {
        return Caller.BROWSER;
    }

    @Override
    public Admission<String> admit(Request request) {
        Optional<String> cookie = request.cookie(cookies.sessionName());
        if (cookie.isEmpty()) {
            return refused(Problem.of(401, "missing_token", "Nobody is signed in here."));
        }
        Optional<Problem> objection = sameOrigin.objection(request);
        return objection.isPresent()
                ? refused(objection.get())
                : new Admission.Admitted<>(cookie.get());
    }

    private static Admission<String> refused(Problem problem) {
        return new Admission.Refused<>(Answer.refusal(problem));
    }
}
