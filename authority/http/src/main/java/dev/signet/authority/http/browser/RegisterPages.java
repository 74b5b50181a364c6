package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Account;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.NewAccount;
import dev.signet.authority.account.Registration;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.pages.Field;
import dev.signet.authority.http.pages.NewPassword;
import dev.signet.authority.http.pages.Notice;
import dev.signet.authority.http.pages.PageForm;
import dev.signet.authority.http.pages.RegisterPage;
import dev.signet.authority.login.Login;
import dev.signet.authority.password.Password;
import dev.signet.authority.password.PasswordRules;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Request;
import java.util.Optional;

/** The page on which a person gets an account. */
final class RegisterPages {

    private static final String NOT_TAKEN_ON =
            "This address cannot be registered. If you have an account, sign in instead.";

    private final Authority authority;
    private final PageAnswers answers;
    private final SignIn signIn;

    /** What was typed and what is wrong with it. */
    private record Typed(
            int status,
            Field name,
            Field email,
            Optional<String> passwordProblem,
            Optional<Notice> notice) {

        static Typed of(String name, String email) {
            return new Typed(
                    200, Field.of(name), Field.of(email), Optional.empty(), Optional.empty());
        }

        Typed badName() {
            return new Typed(
                    422,
                    Field.refused(name.value(), Sentences.BAD_NAME),
                    email,
                    passwordProblem,
                    notice);
        }

        Typed badEmail() {
            return new Typed(
                    422,
                    name,
                    Field.refused(email.value(), Sentences.BAD_EMAIL),
                    passwordProblem,
                    notice);
        }

        Typed badPassword(String problem) {
            return new Typed(422, name, email, Optional.of(problem), notice);
        }

        Typed refused(int newStatus, String problem) {
            return new Typed(
                    newStatus, name, email, passwordProblem, Optional.of(Notice.problem(problem)));
        }
    }

    RegisterPages(Authority authority, PageAnswers answers, SignIn signIn) {
        this.authority = authority;
        this.answers = answers;
        this.signIn = signIn;
    }

    Answer show(Request request, Visitor visitor) {
        return form(request, visitor, Typed.of("", ""));
    }

    Answer submit(Request request, Visitor visitor) {
        Parameters form = request.form();
        String name = LoginPages.bounded(form.find("name").orElse(""), Account.NAME_MAX);
        String email = LoginPages.bounded(form.find("email").orElse(""), Email.LENGTH_MAX);
        Password password =
                new Password(
                        LoginPages.bounded(form.find("password").orElse(""), Password.INPUT_MAX));
        Typed typed = Typed.of(name, email);
        Caller caller = Callers.of(request);
        return switch (authority
                .accounts()
                .register(NewAccount.of(email, name, password), caller)) {
            case Registration.Registered registered ->
                    signedIn(request, visitor, registered, caller);
            case Registration.EmailTaken _ ->
                    form(request, visitor, typed.refused(409, NOT_TAKEN_ON));
            case Registration.BadEmail _ -> form(request, visitor, typed.badEmail());
            case Registration.BadName _ -> form(request, visitor, typed.badName());
            case Registration.WeakPassword(var weakness) ->
                    form(request, visitor, typed.badPassword(Sentences.of(weakness)));
            case Registration.TooMany _ ->
                    form(request, visitor, typed.refused(429, Sentences.TOO_MANY));
            case Registration.Overloaded _ ->
                    form(request, visitor, typed.refused(503, Sentences.OVERLOADED));
        };
    }

    private Answer signedIn(
            Request request, Visitor visitor, Registration.Registered registered, Caller caller) {
        authority.emailVerification().send(registered.account());
        String client = signIn.clientId(request);
        return authority.logins().afterRegistration(registered, client, caller)
                        instanceof Login.Accepted accepted
                ? signIn.done(request, accepted)
                : form(request, visitor, Typed.of("", "").refused(403, Sentences.DISABLED));
    }

    private Answer form(Request request, Visitor visitor, Typed typed) {
        String query = request.query();
        var page =
                new RegisterPage(
                        new PageForm(AuthorizeQuery.path("/register", query), visitor.csrf()),
                        new RegisterPage.Person(typed.name(), typed.email()),
                        new NewPassword(PasswordRules.LENGTH_MIN, typed.passwordProblem()),
                        typed.notice(),
                        AuthorizeQuery.path("/login", query));
        return signIn.withFormTarget(answers.page(typed.status(), page, visitor), request);
    }
}
