package dev.signet.chat.http.login;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;

/**
 * {@code POST /logout}: ends the login here and at the authority. Whatever the authority answers,
 * this browser is signed out.
 */
final class LogoutEndpoint {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final LoginParts parts;

    LogoutEndpoint(LoginParts parts) {
        this.parts = parts;
    }

    Answer answer(Request request, String cookie) {
        request.jsonOrNothing().done();
        boolean known = endedAtAuthority(cookie);
        parts.sessions().end(cookie);
        Answer answer = known ? Answer.noContent() : Answer.refusal(untold());
        return answer.with("Set-Cookie", parts.cookies().sessionRemoved());
    }

    private boolean endedAtAuthority(String cookie) {
        try {
            return switch (parts.sessions().find(cookie)) {
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
        present.verdict().identity().sessionId().ifPresent(parts.whenSignedOut());
        return parts.authority().logout(present.delegation());
    }

    private static Problem untold() {
        return Problem.unavailable(
                        "You are signed out in this browser, but the authority does not answer, so"
                                + " the session is still listed there.",
                        RETRY_AFTER_SECONDS)
                .withAction("Sign in again later and end the session in the list.");
    }
}
