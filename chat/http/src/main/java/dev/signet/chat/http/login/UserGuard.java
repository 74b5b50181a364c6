package dev.signet.chat.http.login;

import dev.signet.chat.login.Delegation;
import dev.signet.chat.login.UserContext;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Lets in people who may chat, by a bearer token or else by a browser's cookie. A bearer token that
 * is not good is refused, whatever the cookie says.
 */
public final class UserGuard implements Guard<UserContext> {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final TokenJudge judge;
    private final BrowserSessions sessions;
    private final BrowserCookies cookies;
    private final SameOrigin sameOrigin;

    public UserGuard(
            TokenJudge judge,
            BrowserSessions sessions,
            BrowserCookies cookies,
            SameOrigin sameOrigin) {
        this.judge = judge;
        this.sessions = sessions;
        this.cookies = cookies;
        this.sameOrigin = sameOrigin;
    }

    @Override
    public Caller caller() {
        return Caller.USER;
    }

    @Override
    public Admission<UserContext> admit(Request request) {
        return switch (BearerToken.of(request)) {
            case BearerToken.Given(var token) -> byToken(token);
            case BearerToken.Unreadable _ ->
                    refused(
                            Problem.badRequest(
                                    "Send one Authorization header of the form: Bearer <token>."));
            case BearerToken.Absent _ -> byCookie(request);
        };
    }

    private Admission<UserContext> byToken(String token) {
        return switch (judge.verify(token)) {
            case Verdict.Valid valid -> admitted(valid, Delegation.ofAccessToken(token));
            case Verdict.Invalid(var reason) -> refused(invalid(reason.code()));
            case Verdict.Unavailable _ -> refused(unavailable());
        };
    }

    private Admission<UserContext> byCookie(Request request) {
        Optional<String> cookie = request.cookie(cookies.sessionName());
        if (cookie.isEmpty()) {
            return refused(missing());
        }
        Optional<Problem> objection = sameOrigin.objection(request);
        return objection.isPresent() ? refused(objection.get()) : byCookie(cookie.get());
    }

    private Admission<UserContext> byCookie(String cookie) {
        try {
            return switch (sessions.find(cookie)) {
                case BrowserLogin.Present(var verdict, var delegation) ->
                        admitted(verdict, delegation);
                case BrowserLogin.Absent _ -> refused(forgotten(missing()));
                case BrowserLogin.Ended(var reason) -> refused(forgotten(invalid(reason)));
                case BrowserLogin.Unknown _ -> refused(unavailable());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(unavailable());
        }
    }

    private Problem forgotten(Problem problem) {
        return problem.withHeader("Set-Cookie", cookies.sessionRemoved());
    }

    private static Admission<UserContext> admitted(Verdict.Valid valid, Delegation delegation) {
        return switch (UserContext.admit(valid, delegation)) {
            case dev.signet.chat.login.AccessDecision.Admitted(var context) ->
                    new Admission.Admitted<>(context);
            case dev.signet.chat.login.AccessDecision.NotAPerson _ ->
                    refused(Problem.of(403, "not_permitted", "This is for people only."));
            case dev.signet.chat.login.AccessDecision.NotPermitted(var permission) ->
                    refused(
                            Problem.of(
                                    403,
                                    "not_permitted",
                                    "This needs the permission " + permission + "."));
        };
    }

    private static Problem missing() {
        return Problem.of(401, "missing_token", "This needs a sign-in.")
                .withAction("Open /login in a browser, or send Authorization: Bearer.")
                .withHeader("WWW-Authenticate", "Bearer");
    }

    private static Problem invalid(String reason) {
        return Problem.of(401, reason, "The sign-in is not good any more: " + reason + ".")
                .withAction("Sign in again.")
                .withHeader(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"" + reason + "\"");
    }

    private static Problem unavailable() {
        return Problem.unavailable(
                "Whether the sign-in is good cannot be told now.", RETRY_AFTER_SECONDS);
    }

    private static Admission<UserContext> refused(Problem problem) {
        return new Admission.Refused<>(Answer.refusal(problem));
    }

    /** What the {@code Authorization} headers of a request hold. */
    private sealed interface BearerToken {
        record Absent() implements BearerToken {}

        record Given(String token) implements BearerToken {}

        record Unreadable() implements BearerToken {}

        /** A header of another scheme, as for a proxy, is none of our business. */
        static BearerToken of(Request request) {
            List<String> bearers =
                    request.headers().apply("Authorization").stream()
                            .filter(value -> value.regionMatches(true, 0, "Bearer", 0, 6))
                            .toList();
            if (bearers.isEmpty()) {
                return new Absent();
            }
            String value = bearers.getFirst();
            String token = value.substring(6).strip();
            boolean readable = bearers.size() == 1 && value.startsWith(" ", 6) && !token.isEmpty();
            return readable ? new Given(token) : new Unreadable();
        }
    }
}
