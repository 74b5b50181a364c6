package dev.signet.chat.http.login;

import dev.signet.chat.login.WebSession;
import dev.signet.chat.login.WebSession.CookieHash;
import dev.signet.chat.login.WebSession.Sealed;
import dev.signet.chat.login.WebSessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Browser logins in memory, which can fail once where a test says so. */
final class MemoryWebSessions implements WebSessions {

    final Map<CookieHash, WebSession> rows = new ConcurrentHashMap<>();
    final AtomicInteger failingReplaces = new AtomicInteger();

    @Override
    public void put(WebSession session) {
        rows.put(session.key(), session);
    }

    @Override
    public Optional<WebSession> find(CookieHash key, Instant now) {
        return Optional.ofNullable(rows.get(key)).filter(s -> now.isBefore(s.expiresAt()));
    }

    @Override
    public boolean replace(WebSession was, Sealed sealed, Instant now) {
        if (failingReplaces.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("the store is gone");
        }
        WebSession present = rows.get(was.key());
        if (present == null || !present.sealed().equals(was.sealed())) {
            return false;
        }
        rows.put(
                was.key(),
                new WebSession(
                        was.key(),
                        sealed,
                        was.userId(),
                        was.sessionId(),
                        was.createdAt(),
                        now,
                        was.expiresAt()));
        return true;
    }

    @Override
    public void touch(CookieHash key, Instant now) {}

    @Override
    public boolean delete(CookieHash key) {
        return rows.remove(key) != null;
    }

    @Override
    public int deleteBySession(String sessionId) {
        int before = rows.size();
        rows.values().removeIf(session -> session.sessionId().equals(sessionId));
        return before - rows.size();
    }

    @Override
    public int deleteExpired(Instant now) {
        return 0;
    }
}
