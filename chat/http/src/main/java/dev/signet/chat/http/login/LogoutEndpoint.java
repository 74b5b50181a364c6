package dev.signet.chat.http.login;

import dev.signet.chat.http.authority.AuthorityClient;
import java.util.function.Consumer;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;

/**
 * {@code POST /logout}: ends the login here and at the authority. Whatever the authority answers,
 * this browser is signed out.
 */
final class LogoutEndpoint {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final AuthorityClient authority;
    private final BrowserSessions sessions;
    private final BrowserCookies cookies;
    private final Consumer<String> whenSignedOut;

    LogoutEndpoint(
            AuthorityClient authority,
            BrowserSessions sessions,
            BrowserCookies cookies,
            Consumer<String> whenSignedOut) {
        this.authority = authority;
        this.sessions = sessions;
        this.cookies = cookies;
        this.whenSignedOut = whenSignedOut;
    }

    Answer answer(Request request, String cookie) {
        request.jsonOrNothing().done();
        boolean known = endedAtAuthority(cookie);
        sessions.end(cookie);
        Answer answer = known ? Answer.noContent() : Answer.refusal(untold());
        return answer.with("Set-Cookie", cookies.sessionRemoved());
    }

    private boolean endedAtAuthority(String cookie) {
        try {
            return switch (sessions.find(cookie)) {
                case BrowserLogin.Present present -> ended(present);
                case BrowserLogin.Absent _, BrowserLogin.Ended _ -> true;
                case BrowserLogin.Unknown _ -> false;
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ended(BrowserLogin.Present present) throws InterruptedException {
        present.verdict().identity().sessionId().ifPresent(whenSignedOut);
        return authority.logout(present.delegation());
    }

    private static Problem untold() {
        return Problem.unavailable(
                        "You are signed out in this browser, but the authority does not answer, so"
                                + " the session is still listed there.",
                        RETRY_AFTER_SECONDS)
                .withAction("Sign in again later and end the session in the list.");
    }
}
