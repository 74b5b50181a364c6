package dev.signet.chat.platform;

import dev.signet.chat.agent.Arguments;
import dev.signet.chat.agent.Tool;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.login.UserContext;
import java.util.List;
import java.util.Map;

/** Tells what happened to the user's account lately. */
record RecentSecurityEvents(AuthorityAccess authority) implements Tool {
    private static final int EVENTS_MAX = 20;
    private static final ToolSpec SPEC =
            ToolSpec.reading(
                    "recent_security_events",
                    "Lists what happened to the user's account lately, such as sign-ins and sign-outs.");

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult use(UserContext context, Arguments arguments) throws InterruptedException {
        List<Map<String, Object>> events =
                authority.securityEvents(context, EVENTS_MAX).stream()
                        .limit(EVENTS_MAX)
                        .map(SecurityEvent::facts)
                        .toList();
        return new ToolResult.Done(Map.of("events", events));
    }
}
