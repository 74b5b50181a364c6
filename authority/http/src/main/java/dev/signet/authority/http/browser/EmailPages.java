package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.pages.Field;
import dev.signet.authority.http.pages.Link;
import dev.signet.authority.http.pages.NoticePage;
import dev.signet.authority.http.pages.PageForm;
import dev.signet.authority.http.pages.VerifyEmailPage;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import java.util.Optional;

/** The page on which a person types the code that proves their e-mail address. */
record EmailPages(Authority authority, PageAnswers answers) {

    static final String PATH = "/email/verify";

    Answer show(Request request, Visitor visitor) {
        return form(200, Field.empty(), visitor);
    }

    Answer submit(Request request, Visitor visitor) {
        String code = Typed.in(request.form(), "code", Typed.CODE_MAX);
        return authority.emailVerification().verify(code, Callers.of(request))
                ? answers.page(200, verified(), visitor)
                : form(400, Field.refused("", Sentences.BAD_CODE), visitor);
    }

    private Answer form(int status, Field code, Visitor visitor) {
        return answers.page(
                status, new VerifyEmailPage(new PageForm(PATH, visitor.csrf()), code), visitor);
    }

    private static NoticePage verified() {
        return new NoticePage(
                "Your e-mail address is confirmed",
                "Thank you. There is nothing more to do.",
                Optional.of(new Link("/", "To the start page")));
    }
}
