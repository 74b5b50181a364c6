package dev.signet.chat.contract;

import dev.signet.chat.agent.ToolUnavailableException;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.platform.AuthorityAccess;
import dev.signet.chat.platform.PlatformHealth;
import dev.signet.chat.platform.Profile;
import dev.signet.chat.platform.SecurityEvent;
import dev.signet.chat.platform.SessionFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An authority in memory, with the sessions that a test gives to each user. */
public final class FakeAuthority implements AuthorityAccess {
    public static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    public static final String CHROME_WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/140.0.0.0 Safari/537.36";
    public static final String IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15"
                    + " (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";

    private final Map<String, List<SessionFacts>> sessions = new ConcurrentHashMap<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile Gate gate = Gate.open();

    /** Gives a user one more session, which is used since so many minutes. */
    public void add(String user, String sessionId, String userAgent, String address) {
        sessionsOf(user)
                .add(
                        new SessionFacts(
                                sessionId,
                                Login.NOW.minus(Duration.ofHours(30)),
                                Login.NOW.minus(Duration.ofMinutes(5)),
                                "signet-chat",
                                Optional.of(address),
                                Optional.of(userAgent),
                                false));
    }

    /** From now on nothing is answered. */
    public void goDown() {
        down = true;
    }

    /** Whoever asks for sessions from now on waits at that gate. */
    public void guardSessions(Gate other) {
        gate = other;
    }

    /** The sessions that were ended, in order. */
    public List<String> ended() {
        return List.copyOf(ended);
    }

    private List<SessionFacts> sessionsOf(String user) {
        return sessions.computeIfAbsent(user, _ -> new CopyOnWriteArrayList<>());
    }

    private void requireUp() {
        if (down) {
            throw new ToolUnavailableException("connection refused");
        }
    }

    @Override
    public Profile profile(UserContext context) {
        requireUp();
        String user = context.userId().value();
        return new Profile(
                user,
                user + "@example.test",
                Optional.of("Name of " + user),
                context.identity().permissions());
    }

    @Override
    public List<SessionFacts> sessions(UserContext context) throws InterruptedException {
        gate.pass();
        requireUp();
        List<SessionFacts> own = new ArrayList<>();
        for (SessionFacts session : sessionsOf(context.userId().value())) {
            boolean current = session.sessionId().equals(context.sessionId());
            own.add(
                    new SessionFacts(
                            session.sessionId(),
                            session.createdAt(),
                            session.lastUsedAt(),
                            session.client(),
                            session.address(),
                            session.userAgent(),
                            current));
        }
        return own;
    }

    @Override
    public boolean endSession(UserContext context, String sessionId) {
        requireUp();
        boolean removed =
                sessionsOf(context.userId().value())
                        .removeIf(session -> session.sessionId().equals(sessionId));
        if (removed) {
            ended.add(sessionId);
        }
        return removed;
    }

    @Override
    public List<SecurityEvent> securityEvents(UserContext context, int max) {
        requireUp();
        return List.of(
                new SecurityEvent(
                        Login.NOW.minus(Duration.ofHours(2)),
                        "login",
                        "Signed in with a password",
                        Optional.of("10.0.0.7")));
    }

    @Override
    public PlatformHealth health(UserContext context) {
        return new PlatformHealth(
                List.of(
                        new PlatformHealth.Part(
                                "authority",
                                down ? PlatformHealth.State.DOWN : PlatformHealth.State.UP,
                                down ? "no answer" : "answered in 3 ms")));
    }
}
