package dev.signet.chat.platform;

import dev.signet.chat.context.UserContext;
import java.util.List;

/**
 * Asks the authority in a user's own name, with the context's delegation and nothing else. Blocks
 * for a bounded time; safe for use by many threads. Every call throws {@link
 * dev.signet.chat.tool.ToolUnavailableException} when the authority does not answer or refuses the
 * token, and {@link dev.signet.chat.tool.ToolForbiddenException} when the token is good but was not
 * given that access.
 */
public interface AuthorityAccess {

    Profile profile(UserContext context) throws InterruptedException;

    /** The user's sessions, the most recently used first. */
    List<SessionFacts> sessions(UserContext context) throws InterruptedException;

    /**
     * Ends one session of the user.
     *
     * @return false when the user has no such session
     */
    boolean endSession(UserContext context, String sessionId) throws InterruptedException;

    /** What happened to the user's account, the newest first, at most that many. */
    List<SecurityEvent> securityEvents(UserContext context, int max) throws InterruptedException;

    /** How the parts of the platform are. Answers with what is known, also when parts are down. */
    PlatformHealth health(UserContext context) throws InterruptedException;
}
