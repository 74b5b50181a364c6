package dev.signet.authority.http.browser;

import dev.signet.authority.http.pages.ErrorPage;
import dev.signet.authority.http.pages.Link;
import dev.signet.authority.http.pages.Page;
import dev.signet.authority.http.pages.Pages;
import dev.signet.http.message.Answer;
import java.util.Optional;

/** Turns pages into answers. */
final class PageAnswers {

    private final Pages pages;
    private final Cookies cookies;

    PageAnswers(Pages pages, Cookies cookies) {
        this.pages = pages;
        this.cookies = cookies;
    }

    /** A page; gives the browser its CSRF value if it has none. */
    Answer page(int status, Page page, Visitor visitor) {
        Answer answer = Answer.html(status, pages.html(page));
        return visitor.csrfIsNew()
                ? answer.with("Set-Cookie", cookies.csrf(visitor.csrf()).header())
                : answer;
    }

    /** A page that explains what went wrong. */
    Answer error(int status, String title, String detail, Optional<String> action) {
        return Answer.html(
                status,
                pages.html(
                        new ErrorPage(title, detail, action, Optional.empty(), Optional.empty())));
    }

    /** The form did not come from a page of ours, or from one that is too old. */
    Answer staleForm() {
        return Answer.html(
                403,
                pages.html(
                        new ErrorPage(
                                "This form is out of date",
                                "It was not sent from this site, or your browser dropped its"
                                        + " cookie.",
                                Optional.of("Open the page again and send the form once more."),
                                Optional.empty(),
                                Optional.of(new Link("/login", "Sign in")))));
    }
}
