package dev.signet.authority.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One login. Everything that is issued in it names it as {@code sid} and ends with it.
 *
 * @param id {@code ses_…}
 * @param clientId the client that the person signed in to
 * @param address where the login came from; may be empty
 * @param userAgent as the client called itself; may be empty
 * @param methods how the person proved who they are ({@code amr}, RFC 8176)
 * @param expiresAt moves on with each use, never past the absolute life
 * @param endedAt when it was revoked
 */
public record Session(
        String id,
        String accountId,
        String clientId,
        String address,
        String userAgent,
        List<String> methods,
        Instant authenticatedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        Optional<Instant> endedAt) {

    public Session {
        methods = List.copyOf(methods);
        if (!id.startsWith(Sessions.ID_PREFIX)) {
            throw new IllegalArgumentException("session: not a session id");
        }
    }

    /** Whether it is neither revoked nor expired. */
    public boolean liveAt(Instant now) {
        return endedAt.isEmpty() && now.isBefore(expiresAt);
    }

    Session usedAt(Instant now, Instant newExpiry) {
        return new Session(
                id,
                accountId,
                clientId,
                address,
                userAgent,
                methods,
                authenticatedAt,
                now,
                newExpiry,
                endedAt);
    }
}
