package dev.signet.authority.login;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.refresh.RefreshTransaction;
import dev.signet.authority.session.Session;
import java.util.Optional;

/**
 * Who will hold a new session: an application by its first refresh token, a browser by its cookie.
 * What it will show is stored in the transaction that begins the session, so that a crash leaves no
 * session that nobody holds.
 */
public interface SessionHolder {

    /**
     * Stores it and returns it; empty when this holder gets an access token and no more.
     *
     * @param by the person who has just signed in
     */
    Optional<Credential> hold(RefreshTransaction tx, Session session, Caller by);
}
