package dev.signet.chat.platform;

import dev.signet.chat.agent.Tool;
import java.time.InstantSource;
import java.util.List;

/** The tools about the user's own account, in the order in which they are shown. */
public final class AccountTools {
    private AccountTools() {}

    public static List<Tool> all(AuthorityAccess authority, InstantSource clock) {
        return List.of(
                new WhoAmI(authority),
                new ListSessions(authority),
                new ExplainToken(clock),
                new RecentSecurityEvents(authority),
                new ShowPlatformHealth(authority),
                new SignOutSession(authority));
    }
}
