package dev.signet.chat.http.login;

import dev.signet.chat.http.authority.AuthorityClient;
import java.util.function.Consumer;

/** Ends the login behind a browser's cookie, here and at the authority. */
final class BrowserSignOut {

    private final AuthorityClient authority;
    private final BrowserSessions sessions;
    private final Consumer<String> whenSignedOut;

    /**
     * @param whenSignedOut is told the session whose sockets and runs are to end on this machine
     */
    BrowserSignOut(
            AuthorityClient authority, BrowserSessions sessions, Consumer<String> whenSignedOut) {
        this.authority = authority;
        this.sessions = sessions;
        this.whenSignedOut = whenSignedOut;
    }

    /**
     * Signs this browser out, whatever the authority answers; false when that knows nothing of it.
     */
    boolean signOut(String cookie) throws InterruptedException {
        try {
            return switch (sessions.find(cookie)) {
                case BrowserLogin.Present present -> ended(present);
                case BrowserLogin.Absent _, BrowserLogin.Ended _ -> true;
                case BrowserLogin.Unknown _ -> false;
            };
        } finally {
            sessions.end(cookie);
        }
    }

    /**
     * Makes room in a browser that has just signed in once more. A login of another session ends
     * everywhere; one of the same session only changes its cookie.
     */
    void replacedBy(String cookie, String sessionId) throws InterruptedException {
        try {
            if (sessions.find(cookie) instanceof BrowserLogin.Present present
                    && !present.verdict().identity().sessionId().orElse("").equals(sessionId)) {
                ended(present);
            }
        } finally {
            sessions.end(cookie);
        }
    }

    private boolean ended(BrowserLogin.Present present) throws InterruptedException {
        present.verdict().identity().sessionId().ifPresent(whenSignedOut);
        return authority.logout(present.delegation());
    }
}
