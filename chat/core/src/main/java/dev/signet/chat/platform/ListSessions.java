package dev.signet.chat.platform;

import dev.signet.chat.agent.Arguments;
import dev.signet.chat.agent.Tool;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.login.UserContext;
import java.util.List;
import java.util.Map;

/** Tells where the user is signed in. */
record ListSessions(AuthorityAccess authority) implements Tool {
    private static final ToolSpec SPEC =
            ToolSpec.reading(
                    "list_sessions",
                    "Lists the user's sessions: device, address, since when, last use, which is this one.");

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult use(UserContext context, Arguments arguments) throws InterruptedException {
        List<Map<String, Object>> sessions =
                authority.sessions(context).stream().map(SessionFacts::facts).toList();
        return new ToolResult.Done(Map.of("sessions", sessions));
    }
}
