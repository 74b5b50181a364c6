package dev.signet.chat.platform;

import dev.signet.chat.agent.Arguments;
import dev.signet.chat.agent.Parameter;
import dev.signet.chat.agent.Tool;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.agent.ToolResult.Cause;
import dev.signet.chat.agent.ToolResult.Refused;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.login.UserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends one of the user's sessions, or all but the one that asks. */
record SignOutSession(AuthorityAccess authority) implements Tool {
    private static final int SESSION_ID_CHARS = 200;
    private static final ToolSpec SPEC =
            new ToolSpec(
                    "sign_out_session",
                    "Signs out one of the user's other sessions, or all of them. Give session_id or others.",
                    List.of(
                            Parameter.text(
                                    "session_id",
                                    "The sid of the session, from list_sessions.",
                                    SESSION_ID_CHARS),
                            Parameter.flag("others", "True for all sessions but this one.")),
                    Optional.of("sessions:revoke"),
                    true);

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult use(UserContext context, Arguments arguments) throws InterruptedException {
        Optional<String> sessionId = arguments.text("session_id");
        if (sessionId.isPresent() == arguments.flag("others")) {
            return new Refused(
                    Cause.INVALID_ARGUMENTS, "Give either a session_id or others, not both.");
        }
        List<SessionFacts> sessions = authority.sessions(context);
        if (sessionId.isEmpty()) {
            return endAll(context, sessions.stream().filter(s -> !s.current()).toList());
        }
        Optional<SessionFacts> session =
                sessions.stream().filter(s -> s.sessionId().equals(sessionId.get())).findFirst();
        return session.isPresent() ? endOne(context, session.get()) : notFound();
    }

    private ToolResult endOne(UserContext context, SessionFacts session)
            throws InterruptedException {
        if (session.current()) {
            return new Refused(
                    Cause.CURRENT_SESSION,
                    "This is the session you are using; sign out with the button instead.");
        }
        boolean ended = authority.endSession(context, session.sessionId());
        return ended ? signedOut(List.of(session)) : notFound();
    }

    /** A session that ended by itself in the meantime is not reported as ended by us. */
    private ToolResult endAll(UserContext context, List<SessionFacts> others)
            throws InterruptedException {
        List<SessionFacts> ended = new ArrayList<>();
        for (SessionFacts session : others) {
            if (authority.endSession(context, session.sessionId())) {
                ended.add(session);
            }
        }
        return signedOut(ended);
    }

    private static ToolResult signedOut(List<SessionFacts> ended) {
        List<Map<String, Object>> facts = ended.stream().map(SessionFacts::facts).toList();
        return new ToolResult.Done(Map.of("signed_out", facts));
    }

    private static ToolResult notFound() {
        return new Refused(Cause.NOT_FOUND, "You have no such session.");
    }
}
