package dev.signet.chat.login;

import dev.signet.chat.login.WebSession.CookieHash;
import dev.signet.chat.login.WebSession.Sealed;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps browser logins. What a call has accepted survives a crash. Safe for use by many threads.
 */
public interface WebSessions {

    /** Adds a login; its key must be new. */
    void put(WebSession session);

    /** The login of that key, if it has not expired at that moment. */
    Optional<WebSession> find(CookieHash key, Instant now);

    /**
     * Replaces the sealed tokens after a refresh, if they are still the ones that were refreshed.
     *
     * @return false when the login is gone or somebody else replaced them first
     */
    boolean replace(WebSession was, Sealed sealed, Instant now);

    /** Notes the last use. Nothing happens when the login is gone. */
    void touch(CookieHash key, Instant now);

    /** Ends a login; false when there was none. */
    boolean delete(CookieHash key);

    /** Ends all logins of one session at the authority, and tells how many there were. */
    int deleteBySession(String sessionId);

    /** Forgets logins that expired before that moment, and tells how many. */
    int deleteExpired(Instant now);
}
