package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Email;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.limit.RetryAfter;
import dev.signet.authority.http.pages.Link;
import dev.signet.authority.http.pages.LoginPage;
import dev.signet.authority.http.pages.Notice;
import dev.signet.authority.http.pages.NoticePage;
import dev.signet.authority.http.pages.PageForm;
import dev.signet.authority.login.Login;
import dev.signet.authority.login.LoginAttempt;
import dev.signet.authority.password.Password;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The page on which a person signs in. */
final class LoginPages {

    private final Authority authority;
    private final PageAnswers answers;
    private final SignIn signIn;

    /** What a refused form is shown again with. */
    private record Again(int status, String email, Optional<Notice> notice) {}

    LoginPages(Authority authority, PageAnswers answers, SignIn signIn) {
        this.authority = authority;
        this.answers = answers;
        this.signIn = signIn;
    }

    /** Says who is signed in here, or leads to the login. */
    Answer home(Request request, Visitor visitor) {
        return visitor.session()
                .flatMap(session -> authority.accounts().find(session.accountId()))
                .map(account ->
                        answers.page(
                                200,
                                new NoticePage(
                                        "You are signed in",
                                        "This browser is signed in as "
                                                + account.email().value()
                                                + ".",
                                        Optional.of(new Link(LogoutPages.ENDPOINT, "Sign out"))),
                                visitor))
                .orElseGet(() -> Answer.redirect(URI.create("/login")));
    }

    Answer show(Request request, Visitor visitor) {
        String email = SignIn.query(request).loginHint().orElse("");
        return form(
                request,
                visitor,
                new Again(200, Typed.cut(email, Email.LENGTH_MAX), Optional.empty()));
    }

    Answer submit(Request request, Visitor visitor) {
        Parameters form = request.form();
        var attempt =
                new LoginAttempt(
                        Typed.in(form, "email", Email.LENGTH_MAX),
                        new Password(Typed.in(form, "password", Password.INPUT_MAX)),
                        signIn.clientId(request));
        Login login =
                authority
                        .logins()
                        .authenticate(attempt, signIn.holder(visitor), Callers.of(request));
        return switch (login) {
            case Login.Accepted accepted -> signIn.done(request, accepted);
            case Login.Refused _ -> again(request, visitor, 401, Sentences.WRONG_CREDENTIALS);
            case Login.Disabled _ -> again(request, visitor, 403, Sentences.DISABLED);
            case Login.Locked(var after) ->
                    later(again(request, visitor, 429, Sentences.LOCKED), after);
            case Login.TooMany(var after) ->
                    later(again(request, visitor, 429, Sentences.TOO_MANY), after);
            case Login.Overloaded _ ->
                    later(
                            again(request, visitor, 503, Sentences.OVERLOADED),
                            RetryAfter.OVERLOADED);
        };
    }

    private static Answer later(Answer answer, Duration after) {
        return answer.with(RetryAfter.NAME, RetryAfter.value(after));
    }

    private Answer again(Request request, Visitor visitor, int status, String problem) {
        String email = Typed.in(request.form(), "email", Email.LENGTH_MAX);
        return form(
                request, visitor, new Again(status, email, Optional.of(Notice.problem(problem))));
    }

    private Answer form(Request request, Visitor visitor, Again again) {
        AuthorizeQuery query = SignIn.query(request);
        var page =
                new LoginPage(
                        new PageForm(query.at("/login"), visitor.csrf()),
                        again.email(),
                        signIn.application(request).map(accepted -> accepted.client().name()),
                        again.notice(),
                        new LoginPage.Links(
                                Optional.of(query.at("/register")),
                                Optional.of("/password/forgot")));
        return signIn.page(again.status(), page, request, visitor);
    }
}
