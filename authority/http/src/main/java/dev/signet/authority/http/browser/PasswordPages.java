package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.PasswordReset;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.pages.Field;
import dev.signet.authority.http.pages.ForgotPasswordPage;
import dev.signet.authority.http.pages.Link;
import dev.signet.authority.http.pages.NewPassword;
import dev.signet.authority.http.pages.Notice;
import dev.signet.authority.http.pages.NoticePage;
import dev.signet.authority.http.pages.PageForm;
import dev.signet.authority.http.pages.ResetPasswordPage;
import dev.signet.authority.password.Password;
import dev.signet.authority.password.PasswordRules;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import java.util.Optional;

/** The pages on which a forgotten password is replaced. */
final class PasswordPages {

    private static final int CODE_LENGTH_MAX = 128;

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
                        "/login");
        return answers.page(status, page, visitor);
    }

    Answer submitForgot(Request request, Visitor visitor) {
        String email =
                LoginPages.bounded(request.form().find("email").orElse(""), Email.LENGTH_MAX);
        boolean tooMany =
                authority.passwordResets().request(email, Callers.of(request)).isPresent();
        return tooMany
                ? forgot(429, visitor, Optional.of(Notice.problem(Sentences.TOO_MANY)))
                : answers.page(
                        202,
                        new NoticePage(
                                "Look into your mail",
                                Sentences.MAIL_SENT + " It holds a code for a new password.",
                                Optional.of(new Link("/password/reset", "Enter the code"))),
                        visitor);
    }

    Answer reset(Request request, Visitor visitor) {
        return reset(200, visitor, Field.empty(), Optional.empty());
    }

    private Answer reset(int status, Visitor visitor, Field code, Optional<String> problem) {
        var page =
                new ResetPasswordPage(
                        new PageForm("/password/reset", visitor.csrf()),
                        code,
                        new NewPassword(PasswordRules.LENGTH_MIN, problem));
        return answers.page(status, page, visitor);
    }

    Answer submitReset(Request request, Visitor visitor) {
        String code = LoginPages.bounded(request.form().find("code").orElse(""), CODE_LENGTH_MAX);
        Password password =
                new Password(
                        LoginPages.bounded(
                                request.form().find("password").orElse(""), Password.INPUT_MAX));
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
                    reset(422, visitor, Field.of(code), Optional.of(Sentences.of(weakness)));
            case PasswordReset.TooMany _ ->
                    reset(429, visitor, Field.of(code), Optional.of(Sentences.TOO_MANY));
            case PasswordReset.Overloaded _ ->
                    reset(503, visitor, Field.of(code), Optional.of(Sentences.OVERLOADED));
        };
    }
}
