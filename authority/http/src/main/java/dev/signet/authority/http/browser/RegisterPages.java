package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Account;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.NewAccount;
import dev.signet.authority.account.Registration;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.limit.RetryAfter;
import dev.signet.authority.http.pages.Field;
import dev.signet.authority.http.pages.NewPassword;
import dev.signet.authority.http.pages.Notice;
import dev.signet.authority.http.pages.PageForm;
import dev.signet.authority.http.pages.RegisterPage;
import dev.signet.authority.login.Login;
import dev.signet.authority.password.Password;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Request;
import java.util.Optional;

/** The page on which a person gets an account. */
final class RegisterPages {

    private static final String NOT_TAKEN_ON =
            "This address cannot be registered. If you have an account, sign in instead.";

    private final Authority authority;
    private final SignIn signIn;

    /** What was typed and what is wrong with it. */
    private record Filled(
            int status,
            Field name,
            Field email,
            Optional<String> passwordProblem,
            Optional<Notice> notice) {

        static Filled of(String name, String email) {
            return new Filled(
                    200, Field.of(name), Field.of(email), Optional.empty(), Optional.empty());
        }

        Filled badName() {
            return new Filled(
                    422,
                    Field.refused(name.value(), Sentences.BAD_NAME),
                    email,
                    passwordProblem,
                    notice);
        }

        Filled badEmail() {
            return new Filled(
                    422,
                    name,
                    Field.refused(email.value(), Sentences.BAD_EMAIL),
                    passwordProblem,
                    notice);
        }

        Filled badPassword(String problem) {
            return new Filled(422, name, email, Optional.of(problem), notice);
        }

        Filled refused(int newStatus, String problem) {
            return new Filled(
                    newStatus, name, email, passwordProblem, Optional.of(Notice.problem(problem)));
        }
    }

    RegisterPages(Authority authority, SignIn signIn) {
        this.authority = authority;
        this.signIn = signIn;
    }

    Answer show(Request request, Visitor visitor) {
        return form(request, visitor, Filled.of("", ""));
    }

    Answer submit(Request request, Visitor visitor) {
        Parameters form = request.form();
        String name = Typed.in(form, "name", Account.NAME_MAX);
        String email = Typed.in(form, "email", Email.LENGTH_MAX);
        Password password = new Password(Typed.in(form, "password", Password.INPUT_MAX));
        Filled typed = Filled.of(name, email);
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
                    form(
                            request,
                            visitor,
                            typed.badPassword(
                                    Sentences.of(weakness, authority.settings().passwords())));
            case Registration.TooMany(var after) ->
                    form(request, visitor, typed.refused(429, Sentences.TOO_MANY))
                            .with(RetryAfter.NAME, RetryAfter.value(after));
            case Registration.Overloaded _ ->
                    form(request, visitor, typed.refused(503, Sentences.OVERLOADED))
                            .with(RetryAfter.NAME, RetryAfter.value(RetryAfter.OVERLOADED));
        };
    }

    private Answer signedIn(
            Request request, Visitor visitor, Registration.Registered registered, Caller caller) {
        authority.emailVerification().send(registered.account());
        String client = signIn.clientId(request);
        Login login =
                authority
                        .logins()
                        .afterRegistration(registered, client, signIn.holder(visitor), caller);
        return login instanceof Login.Accepted accepted
                ? signIn.done(request, accepted)
                : form(request, visitor, Filled.of("", "").refused(403, Sentences.DISABLED));
    }

    private Answer form(Request request, Visitor visitor, Filled typed) {
        AuthorizeQuery query = SignIn.query(request);
        var page =
                new RegisterPage(
                        new PageForm(query.at("/register"), visitor.csrf()),
                        new RegisterPage.Person(typed.name(), typed.email()),
                        new NewPassword(
                                authority.settings().passwords().min(), typed.passwordProblem()),
                        typed.notice(),
                        query.at("/login"));
        return signIn.page(typed.status(), page, request, visitor);
    }
}
