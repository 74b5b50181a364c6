package dev.signet.chat.tool;

import dev.signet.chat.context.UserContext;

/** Something that agents can do for a user. Safe for use by many threads. */
public interface Tool {

    ToolSpec spec();

    /**
     * Does it for that user and in that user's name. {@link ToolBox} has checked arguments,
     * permission and, for a tool that acts, the verdict.
     *
     * @throws ToolForbiddenException when somebody who must be asked says that this login may not
     * @throws ToolUnavailableException when somebody who must be asked does not answer
     */
    ToolResult use(UserContext context, Arguments arguments) throws InterruptedException;
}
