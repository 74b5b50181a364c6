package dev.signet.authority.http.caller;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.util.Optional;
import java.util.function.Function;

/** Lets in whoever shows an access token that the authority finds good. */
record TokenGuard(Caller caller, Function<String, Verdict> judge) implements Guard<Identity> {

    private static final int RETRY_AFTER_SECONDS = 1;

    @Override
    public Admission<Identity> admit(Request request) {
        Optional<String> token = BearerToken.of(request);
        if (token.isEmpty()) {
            return refused(
                    Problem.of(401, "missing_token", "This needs an access token.")
                            .withAction("Send it as Authorization: Bearer.")
                            .withHeader("WWW-Authenticate", "Bearer"));
        }
        return switch (judge.apply(token.get())) {
            case Verdict.Valid(var identity) -> new Admission.Admitted<>(identity);
            case Verdict.Invalid(var reason) -> refused(invalid(reason.code()));
            case Verdict.Unavailable _ ->
                    refused(
                            Problem.unavailable(
                                    "Whether the token is good cannot be told now.",
                                    RETRY_AFTER_SECONDS));
        };
    }

    private static Problem invalid(String reason) {
        return Problem.of(401, reason, "The access token is not good: " + reason + ".")
                .withAction("Sign in again or refresh the token.")
                .withHeader(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"" + reason + "\"");
    }

    private static Admission<Identity> refused(Problem problem) {
        return new Admission.Refused<>(Answer.refusal(problem));
    }
}
