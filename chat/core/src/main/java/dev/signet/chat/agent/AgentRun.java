package dev.signet.chat.agent;

import dev.signet.chat.login.UserContext;
import java.util.Map;

/**
 * One run as its agent sees it. Each step is stored and delivered before the call returns, and each
 * first makes sure that the run still goes on: once it is stopped, its token is no longer good or a
 * bound is reached, every call throws {@link RunEndedException}, which agents let pass.
 */
public interface AgentRun {

    /** The owner, as of the newest renewal of the login. */
    UserContext context();

    Task task();

    /** Tells the owner what was understood or what comes next. */
    void think(String text);

    /** Uses a tool in the owner's name; the owner sees it begin and end. */
    ToolResult use(String tool, Map<String, Object> arguments) throws InterruptedException;

    /** Adds a piece to the answer; an empty one is nothing. */
    void answer(String text);
}
