package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Email;
import dev.signet.authority.http.caller.Callers;
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
                                        Optional.<Link>empty()),
                                visitor))
                .orElseGet(() -> Answer.redirect(URI.create("/login")));
    }

    Answer show(Request request, Visitor visitor) {
        return form(request, visitor, new Again(200, "", Optional.empty()));
    }

    Answer submit(Request request, Visitor visitor) {
        Parameters form = request.form();
        String email = bounded(form.find("email").orElse(""), Email.LENGTH_MAX);
        Password password =
                new Password(bounded(form.find("password").orElse(""), Password.INPUT_MAX));
        var attempt = new LoginAttempt(email, password, signIn.clientId(request));
        Login login = authority.logins().authenticate(attempt, Callers.of(request));
        return switch (login) {
            case Login.Accepted accepted -> signIn.done(request, accepted);
            case Login.Refused _ -> again(request, visitor, 401, Sentences.WRONG_CREDENTIALS);
            case Login.Disabled _ -> again(request, visitor, 403, Sentences.DISABLED);
            case Login.Locked _ -> again(request, visitor, 429, Sentences.LOCKED);
            case Login.TooMany _ -> again(request, visitor, 429, Sentences.TOO_MANY);
            case Login.Overloaded _ -> again(request, visitor, 503, Sentences.OVERLOADED);
        };
    }

    private Answer again(Request request, Visitor visitor, int status, String problem) {
        String email = bounded(request.form().find("email").orElse(""), Email.LENGTH_MAX);
        return form(
                request, visitor, new Again(status, email, Optional.of(Notice.problem(problem))));
    }

    private Answer form(Request request, Visitor visitor, Again again) {
        String query = request.query();
        var page =
                new LoginPage(
                        new PageForm(AuthorizeQuery.path("/login", query), visitor.csrf()),
                        again.email(),
                        signIn.application(request).map(accepted -> accepted.client().name()),
                        again.notice(),
                        new LoginPage.Links(
                                Optional.of(AuthorizeQuery.path("/register", query)),
                                Optional.of("/password/forgot")));
        return signIn.withFormTarget(answers.page(again.status(), page, visitor), request);
    }

    static String bounded(String text, int max) {
        return text.substring(0, Math.min(text.length(), max));
    }
}
