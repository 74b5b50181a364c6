package dev.signet.chat.platform;

import dev.signet.chat.agent.Arguments;
import dev.signet.chat.agent.Tool;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.login.UserContext;

/** Tells how the parts of the platform are, as measured now. */
record ShowPlatformHealth(AuthorityAccess authority) implements Tool {
    private static final ToolSpec SPEC =
            ToolSpec.reading(
                    "platform_health", "Tells how the parts of the platform are at this moment.");

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult use(UserContext context, Arguments arguments) throws InterruptedException {
        return new ToolResult.Done(authority.health(context).facts());
    }
}
