package dev.signet.chat.http.caller;

import dev.signet.chat.context.Delegation;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.http.browser.BrowserCookies;
import dev.signet.chat.http.browser.BrowserLogin;
import dev.signet.chat.http.browser.BrowserSessions;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.authorization.Authorization;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.BearerFilter;
import dev.signet.verifier.BearerOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in people who may chat, by a bearer token or else by a browser's cookie. A bearer token that
 * is not good is refused, whatever the cookie says.
 */
public final class UserGuard implements Guard<UserContext> {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final BearerFilter filter;
    private final BrowserSessions sessions;
    private final BrowserCookies cookies;
    private final SameOrigin sameOrigin;

    public UserGuard(
            BearerFilter filter,
            BrowserSessions sessions,
            BrowserCookies cookies,
            SameOrigin sameOrigin) {
        this.filter = filter;
        this.sessions = sessions;
        this.cookies = cookies;
        this.sameOrigin = sameOrigin;
    }

    @Override
    public Caller caller() {
        return Caller.USER;
    }

    @Override
    public Optional<String> scope() {
        return Optional.of(UserContext.SCOPE);
    }

    /** Of these people, those whose token has another scope too. */
    public Guard<UserContext> with(String scope) {
        return new ScopeGuard(this, scope);
    }

    @Override
    public Admission<UserContext> admit(Request request) {
        List<String> headers = request.headers().apply("Authorization");
        return switch (Authorization.of(headers)) {
            case Authorization.Absent _, Authorization.Other _ -> byCookie(request);
            case Authorization.Bearer(var token) -> byToken(headers, token);
            case Authorization.Dpop _ -> refused(missing());
            case Authorization.Malformed _, Authorization.Repeated _ ->
                    refused(problem(filter.admit(headers)));
        };
    }

    private Admission<UserContext> byToken(List<String> headers, String token) {
        BearerOutcome outcome = filter.admit(headers);
        return outcome instanceof BearerOutcome.Authenticated(var identity)
                ? admitted(new Verdict.Valid(identity), Delegation.ofAccessToken(token))
                : refused(problem(outcome));
    }

    private static Problem problem(BearerOutcome outcome) {
        return switch (outcome) {
            case BearerOutcome.Authenticated _ -> missing();
            case BearerOutcome.Refused refused when refused.status() == 503 -> unavailable();
            case BearerOutcome.Refused refused when refused.status() == 401 ->
                    invalid(refused.code());
            case BearerOutcome.Refused refused ->
                    withHeaders(Problem.badRequest(refused.detail()), refused.headers());
        };
    }

    private static Problem withHeaders(Problem problem, Map<String, String> headers) {
        Problem complete = problem;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            complete = complete.withHeader(header.getKey(), header.getValue());
        }
        return complete;
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
            case dev.signet.chat.context.Admission.Admitted(var context) ->
                    new Admission.Admitted<>(context);
            case dev.signet.chat.context.Admission.NotAPerson _ ->
                    refused(Problem.of(403, "not_permitted", "This is for people only."));
            case dev.signet.chat.context.Admission.InsufficientScope(var scope) ->
                    refused(Problem.insufficientScope("Bearer", scope));
            case dev.signet.chat.context.Admission.NotPermitted(var permission) ->
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
}
