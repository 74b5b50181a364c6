package dev.signet.authority.http.auth;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.PasswordReset;
import dev.signet.authority.http.browser.Sentences;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.password.Password;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Members;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import io.vertx.core.json.JsonObject;

/** What is done by a code from a mail. Nobody learns here whether an address has an account. */
final class MailEndpoints {

    private static final int CODE_LENGTH_MAX = 128;

    private final Authority authority;

    MailEndpoints(Authority authority) {
        this.authority = authority;
    }

    Answer forgot(Request request) {
        Members members = request.json();
        String email = members.text("email", Email.LENGTH_MAX);
        members.done();
        return authority
                .passwordResets()
                .request(email, Callers.of(request))
                .map(after -> Answer.refusal(Refusals.tooMany(after)))
                .orElseGet(() -> Answer.json(202, new JsonObject().put("detail", whatComes())));
    }

    private String whatComes() {
        return authority.passwordResets().sendsMail() ? Sentences.MAIL_SENT : Sentences.NO_MAIL;
    }

    Answer reset(Request request) {
        Members members = request.json();
        String code = members.text("token", CODE_LENGTH_MAX);
        Password password = new Password(members.text("password", Password.INPUT_MAX));
        members.done();
        return switch (authority.passwordResets().reset(code, password, Callers.of(request))) {
            case PasswordReset.Done _ -> Answer.noContent();
            case PasswordReset.BadCode _ -> badCode();
            case PasswordReset.WeakPassword(var weakness) ->
                    Answer.refusal(
                            Problem.of(
                                    422,
                                    "weak_password",
                                    Sentences.of(weakness, authority.settings().passwords())));
            case PasswordReset.TooMany(var after) -> Answer.refusal(Refusals.tooMany(after));
            case PasswordReset.Overloaded _ -> Answer.refusal(Refusals.overloaded());
        };
    }

    Answer verify(Request request) {
        Members members = request.json();
        String code = members.text("token", CODE_LENGTH_MAX);
        members.done();
        return authority.emailVerification().verify(code, Callers.of(request))
                ? Answer.noContent()
                : badCode();
    }

    private static Answer badCode() {
        return Answer.refusal(Problem.of(400, "bad_code", Sentences.BAD_CODE));
    }
}
