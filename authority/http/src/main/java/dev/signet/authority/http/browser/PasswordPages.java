package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.PasswordReset;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.limit.RetryAfter;
import dev.signet.authority.http.pages.Field;
import dev.signet.authority.http.pages.ForgotPasswordPage;
import dev.signet.authority.http.pages.Link;
import dev.signet.authority.http.pages.NewPassword;
import dev.signet.authority.http.pages.Notice;
import dev.signet.authority.http.pages.NoticePage;
import dev.signet.authority.http.pages.PageForm;
import dev.signet.authority.http.pages.ResetPasswordPage;
import dev.signet.authority.password.Password;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import java.util.Optional;

/** The pages on which a forgotten password is replaced. */
final class PasswordPages {

    private final Authority authority;
    private final PageAnswers answers;

    PasswordPages(Authority authority, PageAnswers answers) {
        this.authority = authority;
        this.answers = answers;
    }

    Answer forgot(Request request, Visitor visitor) {
        return forgot(200, visitor, Optional.empty());
    }

    private Answer forgot(int status, Visitor visitor, Optional<Notice> notice) {
        var page =
                new ForgotPasswordPage(
                        new PageForm("/password/forgot", visitor.csrf()),
                        Field.empty(),
                        notice,
                        "/login",
                        authority.passwordResets().sendsMail());
        return answers.page(status, page, visitor);
    }

    Answer submitForgot(Request request, Visitor visitor) {
        String email = Typed.in(request.form(), "email", Email.LENGTH_MAX);
        return authority
                .passwordResets()
                .request(email, Callers.of(request))
                .map(after ->
                        forgot(429, visitor, Optional.of(Notice.problem(Sentences.TOO_MANY)))
                                .with(RetryAfter.NAME, RetryAfter.value(after)))
                .orElseGet(() -> answers.page(202, whatComes(), visitor));
    }

    private NoticePage whatComes() {
        if (!authority.passwordResets().sendsMail()) {
            return new NoticePage(
                    "No mail is sent",
                    Sentences.NO_MAIL,
                    Optional.of(new Link("/login", "Back to sign in")));
        }
        return new NoticePage(
                "Look into your mail",
                Sentences.MAIL_SENT + " It holds a code for a new password.",
                Optional.of(new Link("/password/reset", "Enter the code")));
    }

    Answer reset(Request request, Visitor visitor) {
        return reset(200, visitor, Field.empty(), Optional.empty());
    }

    private Answer reset(int status, Visitor visitor, Field code, Optional<String> problem) {
        var page =
                new ResetPasswordPage(
                        new PageForm("/password/reset", visitor.csrf()),
                        code,
                        new NewPassword(authority.settings().passwords().min(), problem));
        return answers.page(status, page, visitor);
    }

    Answer submitReset(Request request, Visitor visitor) {
        String code = Typed.in(request.form(), "code", Typed.CODE_MAX);
        Password password = new Password(Typed.in(request.form(), "password", Password.INPUT_MAX));
        return switch (authority.passwordResets().reset(code, password, Callers.of(request))) {
            case PasswordReset.Done _ ->
                    answers.page(
                            200,
                            new NoticePage(
                                    "Your password is changed",
                                    "All your sessions have ended.",
                                    Optional.of(new Link("/login", "Sign in"))),
                            visitor);
            case PasswordReset.BadCode _ ->
                    reset(400, visitor, Field.refused("", Sentences.BAD_CODE), Optional.empty());
            case PasswordReset.WeakPassword(var weakness) ->
                    reset(
                            422,
                            visitor,
                            Field.of(code),
                            Optional.of(Sentences.of(weakness, authority.settings().passwords())));
            case PasswordReset.TooMany(var after) ->
                    reset(429, visitor, Field.of(code), Optional.of(Sentences.TOO_MANY))
                            .with(RetryAfter.NAME, RetryAfter.value(after));
            case PasswordReset.Overloaded _ ->
                    reset(503, visitor, Field.of(code), Optional.of(Sentences.OVERLOADED))
                            .with(RetryAfter.NAME, RetryAfter.value(RetryAfter.OVERLOADED));
        };
    }
}
