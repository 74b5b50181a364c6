package dev.signet.chat.fake;

import dev.signet.chat.agent.ToolUnavailableException;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.platform.AuthorityAccess;
import dev.signet.chat.platform.PlatformHealth;
import dev.signet.chat.platform.Profile;
import dev.signet.chat.platform.SecurityEvent;
import dev.signet.chat.platform.SessionFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An authority with one user's sessions in memory. */
public final class FakeAuthority implements AuthorityAccess {
    public static final String FIREFOX_ON_LINUX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    public static final String CHROME_ON_ANDROID =
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
    public static final String SAFARI_ON_IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1";
    public static final String FIREFOX_ON_WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final List<SessionFacts> sessions = new ArrayList<>();
    public final List<String> ended = new ArrayList<>();
    public boolean silent;

    /** With the session that asks and those. */
    public static FakeAuthority with(String... userAgents) {
        FakeAuthority authority = new FakeAuthority();
        authority.add("ses_current", FIREFOX_ON_LINUX, true);
        for (int i = 0; i < userAgents.length; i++) {
            authority.add("ses_other" + (i + 1) + "AAAABBBB", userAgents[i], false);
        }
        return authority;
    }

    public void add(String id, String userAgent, boolean current) {
        sessions.add(
                new SessionFacts(
                        id,
                        Users.SIGNED_IN,
                        Users.SIGNED_IN.plusSeconds(600),
                        "signet-chat",
                        Optional.of("192.0.2." + (sessions.size() + 1)),
                        Optional.of(userAgent),
                        current));
    }

    @Override
    public Profile profile(UserContext context) {
        requireAnswer();
        return new Profile(
                context.userId().value(),
                "ada@example.test",
                Optional.of("Ada Lovelace"),
                Set.of("chat:use", "sessions:revoke"));
    }

    @Override
    public List<SessionFacts> sessions(UserContext context) {
        requireAnswer();
        return List.copyOf(sessions);
    }

    @Override
    public boolean endSession(UserContext context, String sessionId) {
        requireAnswer();
        boolean removed = sessions.removeIf(s -> s.sessionId().equals(sessionId));
        if (removed) {
            ended.add(sessionId);
        }
        return removed;
    }

    @Override
    public List<SecurityEvent> securityEvents(UserContext context, int max) {
        requireAnswer();
        Instant at = Users.SIGNED_IN;
        return List.of(
                new SecurityEvent(
                        at, "login", "Signed in with a password", Optional.of("192.0.2.1")));
    }

    @Override
    public PlatformHealth health(UserContext context) {
        requireAnswer();
        return new PlatformHealth(
                List.of(
                        new PlatformHealth.Part(
                                "authority", PlatformHealth.State.UP, "answered in 3 ms")));
    }

    private void requireAnswer() {
        if (silent) {
            throw new ToolUnavailableException("silent");
        }
    }
}
