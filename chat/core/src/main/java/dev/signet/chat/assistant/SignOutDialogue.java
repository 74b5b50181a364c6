package dev.signet.chat.assistant;

import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.agent.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Signs sessions out, and asks back when it is not clear which. */
record SignOutDialogue(AgentRun run, TimeTexts times) {
    static final String HOW =
            "Nothing was signed out. To end a session, say for example: sign out the session on Firefox,"
                    + " or: sign out all other sessions. A session that is signed out ends at once, with"
                    + " its tokens, connections and runs.";

    private static final String THIS_ONE =
            "That is the session you are using now; ending it from here would cut off this answer. Use"
                    + " “Sign out” on the page for it.";

    /** Does what the request says. */
    String answer(Clause request) throws InterruptedException {
        ToolResult listed = run.use("list_sessions", Map.of());
        if (!(listed instanceof ToolResult.Done(var facts))) {
            return couldNot(listed);
        }
        return act(SignOut.of(request, sessions(facts)));
    }

    /** Reads the request as the answer to the question that was asked before. */
    String answer(Clause reply, SessionChoice choice) throws InterruptedException {
        if (choice.isDeclinedBy(reply)) {
            return "All right, nothing was signed out.";
        }
        ToolResult listed = run.use("list_sessions", Map.of());
        if (!(listed instanceof ToolResult.Done(var facts))) {
            return couldNot(listed);
        }
        return act(choice.read(reply, sessions(facts)));
    }

    private static List<SessionLine> sessions(Map<String, Object> facts) {
        return new ToolFacts(facts).list("sessions").stream().map(SessionLine::of).toList();
    }

    private String act(SignOut what) throws InterruptedException {
        return switch (what) {
            case SignOut.These(var these) -> signOut(these);
            case SignOut.Others(var alsoThisOne) -> signOutOthers(alsoThisOne);
            case SignOut.ThisOne _ -> THIS_ONE;
            case SignOut.Gone _ -> "That session is not there any more; nothing was signed out.";
            case SignOut.NothingElse _ -> "There is no other session than this one.";
            case SignOut.Ambiguous(var sessions) ->
                    "More than one session may be meant:\n" + SessionChoice.ask(sessions, times);
            case SignOut.NoMatch(var others) -> noMatch(others);
        };
    }

    private String noMatch(List<SessionLine> others) {
        return others.isEmpty()
                ? "There is no other session than this one."
                : "No session of yours is called that. There are:\n"
                        + SessionChoice.ask(others, times);
    }

    private String signOut(List<SessionLine> these) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        for (SessionLine session : these) {
            texts.add(signOut(session));
        }
        return String.join("\n", texts);
    }

    private String signOut(SessionLine session) throws InterruptedException {
        run.think("You mean " + session.name() + ". I sign that session out.");
        ToolResult result = run.use("sign_out_session", Map.of("session_id", session.sessionId()));
        return result.ok()
                ? "Signed out: " + session.name() + ". It ended at once."
                : couldNot(result);
    }

    private String signOutOthers(boolean alsoThisOne) throws InterruptedException {
        run.think("You mean all sessions but this one. I sign them out.");
        ToolResult result = run.use("sign_out_session", Map.of("others", true));
        if (!(result instanceof ToolResult.Done(var facts))) {
            return couldNot(result);
        }
        List<ToolFacts> ended = new ToolFacts(facts).list("signed_out");
        if (ended.isEmpty()) {
            return "There was no other session to sign out.";
        }
        List<String> lines = ended.stream().map(s -> "- " + SessionLine.of(s).name()).toList();
        return "Signed out "
                + TimeTexts.count(ended.size(), "session")
                + ":\n"
                + String.join("\n", lines)
                + (alsoThisOne ? "\nThis session is still open: " + THIS_ONE : "");
    }

    private static String couldNot(ToolResult result) {
        return "Nothing was signed out: " + new ToolFacts(result.facts()).text("detail");
    }
}
