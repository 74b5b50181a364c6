package dev.signet.authority.http.browser;

import dev.signet.authority.session.Session;
import java.util.Optional;

/**
 * A browser at one of the pages.
 *
 * @param session the login that it carries, if that is live
 * @param csrf what its next form must carry (double submit)
 * @param csrfIsNew whether the browser does not have that value yet
 */
record Visitor(Optional<Session> session, String csrf, boolean csrfIsNew) {

    @Override
    public String toString() {
        return "Visitor[hidden]";
    }
}
