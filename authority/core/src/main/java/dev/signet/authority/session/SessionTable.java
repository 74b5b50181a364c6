package dev.signet.authority.session;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where logins are kept. */
public interface SessionTable {

    void add(Session session);

    Optional<Session> find(String id);

    /** The account's sessions that are neither ended nor expired, last used first. */
    List<Session> live(String accountId, Instant now, int max);

    /** Notes a use. */
    void use(String id, Instant at, Instant expiresAt);

    /** Ends it; false when there is none or it had ended before. */
    boolean end(String id, Instant at);

    /** Replaces what a browser must show to go on with this session. */
    void bindBrowser(String id, CredentialHash hash);

    Optional<Session> byBrowser(CredentialHash hash);

    /** Forgets at most {@code max} sessions that ended or expired before then. */
    int purge(Instant before, int max);
}
