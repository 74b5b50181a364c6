package dev.signet.chat.contract;

import dev.signet.chat.login.WebSession;
import dev.signet.chat.login.WebSession.CookieHash;
import dev.signet.chat.login.WebSession.Sealed;
import dev.signet.chat.login.WebSessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Browser logins in memory. */
public final class MemoryWebSessions implements WebSessions {
    private final Map<CookieHash, WebSession> sessions = new ConcurrentHashMap<>();

    @Override
    public void put(WebSession session) {
        if (sessions.putIfAbsent(session.key(), session) != null) {
            throw new IllegalStateException("the key is not new");
        }
    }

    @Override
    public Optional<WebSession> find(CookieHash key, Instant now) {
        return Optional.ofNullable(sessions.get(key)).filter(s -> s.expiresAt().isAfter(now));
    }

    @Override
    public boolean replace(WebSession was, Sealed sealed, Instant now) {
        AtomicBoolean replaced = new AtomicBoolean();
        sessions.computeIfPresent(
                was.key(),
                (_, present) -> {
                    replaced.set(present.sealed().equals(was.sealed()));
                    return replaced.get() ? with(present, sealed, now) : present;
                });
        return replaced.get();
    }

    @Override
    public void touch(CookieHash key, Instant now) {
        sessions.computeIfPresent(key, (_, present) -> with(present, present.sealed(), now));
    }

    private static WebSession with(WebSession was, Sealed sealed, Instant now) {
        return new WebSession(
                was.key(),
                sealed,
                was.userId(),
                was.sessionId(),
                was.createdAt(),
                now,
                was.expiresAt());
    }

    @Override
    public boolean delete(CookieHash key) {
        return sessions.remove(key) != null;
    }

    @Override
    public int deleteBySession(String sessionId) {
        return deleteIf(session -> session.sessionId().equals(sessionId));
    }

    @Override
    public int deleteExpired(Instant now) {
        return deleteIf(session -> !session.expiresAt().isAfter(now));
    }

    private int deleteIf(Predicate<WebSession> which) {
        int before = sessions.size();
        sessions.values().removeIf(which);
        return before - sessions.size();
    }
}
