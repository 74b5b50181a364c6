package dev.signet.chat.http.login;

import dev.signet.chat.http.browser.BrowserLogin;

/** Ends the login behind a browser's cookie, here and at the authority. */
final class SignOut {

    private final LoginParts parts;

    SignOut(LoginParts parts) {
        this.parts = parts;
    }

    /**
     * Signs this browser out, whatever the authority answers; false when that knows nothing of it.
     */
    boolean signOut(String cookie) throws InterruptedException {
        try {
            return switch (parts.sessions().find(cookie)) {
                case BrowserLogin.Present present -> ended(present);
                case BrowserLogin.Absent _, BrowserLogin.Ended _ -> true;
                case BrowserLogin.Unknown _ -> false;
            };
        } finally {
            parts.sessions().end(cookie);
        }
    }

    /**
     * Makes room in a browser that has just signed in once more. A login of another session ends
     * everywhere; one of the same session only changes its cookie.
     */
    void replacedBy(String cookie, String sessionId) throws InterruptedException {
        try {
            if (parts.sessions().find(cookie) instanceof BrowserLogin.Present present
                    && !present.verdict().identity().sessionId().orElse("").equals(sessionId)) {
                ended(present);
            }
        } finally {
            parts.sessions().end(cookie);
        }
    }

    private boolean ended(BrowserLogin.Present present) throws InterruptedException {
        present.verdict().identity().sessionId().ifPresent(parts.whenSignedOut());
        return parts.authority().logout(present.delegation());
    }
}
