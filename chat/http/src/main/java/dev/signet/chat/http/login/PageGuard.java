package dev.signet.chat.http.login;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import java.net.URI;

/** Lets in browsers that are signed in and sends the others to the login. */
record PageGuard(BrowserCookies cookies, BrowserSessions sessions)
        implements Guard<BrowserLogin.Present> {

    @Override
    public Caller caller() {
        return Caller.BROWSER;
    }

    @Override
    public Admission<BrowserLogin.Present> admit(Request request) {
        try {
            String cookie = request.cookie(cookies.sessionName()).orElse("");
            return switch (sessions.find(cookie)) {
                case BrowserLogin.Present present -> new Admission.Admitted<>(present);
                case BrowserLogin.Absent _, BrowserLogin.Ended _ ->
                        new Admission.Refused<>(Answer.redirect(URI.create("/login")));
                case BrowserLogin.Unknown _ ->
                        new Admission.Refused<>(LoginPage.UNAVAILABLE.answer());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Admission.Refused<>(LoginPage.UNAVAILABLE.answer());
        }
    }
}
