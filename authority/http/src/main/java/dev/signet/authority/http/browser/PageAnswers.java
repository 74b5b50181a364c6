package dev.signet.authority.http.browser;

import dev.signet.authority.http.pages.Page;
import dev.signet.authority.http.pages.Pages;
import dev.signet.http.message.Answer;

/** Turns pages into answers: without script, and never in a frame of somebody else. */
record PageAnswers(Pages pages, Cookies cookies) {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'%s;"
                    + " frame-ancestors 'none'; base-uri 'none'";

    /** A page; gives the browser its CSRF value if it has none. */
    Answer page(int status, Page page, Visitor visitor) {
        return page(status, page, visitor, "");
    }

    /**
     * The same for a form whose answer leads on to an application: browsers hold {@code
     * form-action} against redirects too.
     *
     * @param origin the application's; empty when there is none
     */
    Answer page(int status, Page page, Visitor visitor, String origin) {
        String target = origin.isEmpty() ? "" : ' ' + origin;
        Answer answer =
                Answer.html(status, pages.html(page))
                        .with("Content-Security-Policy", POLICY.formatted(target));
        return visitor.csrfIsNew()
                ? answer.with("Set-Cookie", cookies.csrf(visitor.csrf()).header())
                : answer;
    }
}
