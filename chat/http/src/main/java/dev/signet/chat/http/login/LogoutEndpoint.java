package dev.signet.chat.http.login;

import dev.signet.chat.http.browser.BrowserCookies;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;

/**
 * {@code POST /logout}: ends the login here and at the authority. Whatever the authority answers,
 * this browser is signed out.
 */
final class LogoutEndpoint {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final BrowserCookies cookies;
    private final SignOut signOut;

    LogoutEndpoint(BrowserCookies cookies, SignOut signOut) {
        this.cookies = cookies;
        this.signOut = signOut;
    }

    Answer answer(Request request, String cookie) {
        request.jsonOrNothing().done();
        boolean known = signedOut(cookie);
        Answer answer = known ? Answer.noContent() : Answer.refusal(untold());
        return answer.with("Set-Cookie", cookies.sessionRemoved());
    }

    private boolean signedOut(String cookie) {
        try {
            return signOut.signOut(cookie);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Problem untold() {
        return Problem.unavailable(
                        "You are signed out in this browser, but the authority does not answer, so"
                                + " the session is still listed there.",
                        RETRY_AFTER_SECONDS)
                .withAction("Sign in again later and end the session in the list.");
    }
}
