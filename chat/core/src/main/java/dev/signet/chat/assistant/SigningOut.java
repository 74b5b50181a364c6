package dev.signet.chat.assistant;

import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.tool.ToolResult;
import dev.signet.chat.tool.ToolResult.Done;
import dev.signet.chat.tool.ToolResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists the user's sessions and ends those that the user clearly means; asks otherwise. */
final class SigningOut {
    private static final String LIST = "list_sessions";
    private static final String END = "sign_out_session";

    private final AgentRun run;
    private final Answers answers;

    /** What the last listing gave; forgotten when a session was ended. */
    private @Nullable ToolResult listing;

    SigningOut(AgentRun run, Answers answers) {
        this.run = run;
        this.answers = answers;
    }

    String list() throws InterruptedException {
        return switch (listing()) {
            case Done(var facts) -> answers.sessions(sessions(facts));
            case Refused(_, var detail) -> Answers.notFoundOut(detail);
        };
    }

    /** Carries out a wish, or asks back. */
    String wished(Clause wish) throws InterruptedException {
        return switch (listing()) {
            case Done(var facts) -> {
                List<SessionLine> sessions = sessions(facts);
                yield carryOut(SignOut.of(wish, sessions), sessions);
            }
            case Refused(_, var detail) -> Answers.notFoundOut(detail);
        };
    }

    /** Carries out what was chosen, or asks again. */
    String chosen(Choice choice, Clause answer) throws InterruptedException {
        if (choice.isDeclinedBy(answer)) {
            return "All right, no session was signed out.";
        }
        return switch (listing()) {
            case Done(var facts) -> {
                List<SessionLine> sessions = sessions(facts);
                yield carryOut(choice.read(answer, sessions), sessions);
            }
            case Refused(_, var detail) -> Answers.notFoundOut(detail);
        };
    }

    private ToolResult listing() throws InterruptedException {
        ToolResult known = listing;
        if (known == null) {
            known = run.use(LIST, Map.of());
            listing = known;
        }
        return known;
    }

    private static List<SessionLine> sessions(Map<String, Object> facts) {
        return new Facts(facts).list("sessions").stream().map(SessionLine::of).toList();
    }

    private String carryOut(SignOut meant, List<SessionLine> sessions) throws InterruptedException {
        return switch (meant) {
            case SignOut.Others(var alsoThisOne) -> endOthers(alsoThisOne);
            case SignOut.These(var these) -> end(these);
            case SignOut.ThisOne _ -> Answers.thisSessionStays();
            case SignOut.Ambiguous(var candidates) -> askWhich(candidates);
            case SignOut.NoMatch(var wanted) -> askInsteadOf(wanted, sessions);
            case SignOut.NothingElse _ -> "You have no other session; there is only this one.";
        };
    }

    private String endOthers(boolean alsoThisOne) throws InterruptedException {
        run.think("You mean all sessions but this one.");
        String ended = end(Map.of("others", true));
        return alsoThisOne ? ended + "\n" + Answers.thisSessionStays() : ended;
    }

    private String end(List<SessionLine> these) throws InterruptedException {
        run.think("You mean " + names(these) + ".");
        List<String> texts = new ArrayList<>();
        for (SessionLine session : these) {
            texts.add(end(Map.of("session_id", session.sessionId())));
        }
        return String.join("\n", texts);
    }

    private String end(Map<String, Object> arguments) throws InterruptedException {
        listing = null;
        return switch (run.use(END, arguments)) {
            case Done(var facts) ->
                    Answers.signedOut(
                            new Facts(facts)
                                    .list("signed_out").stream().map(SessionLine::of).toList());
            case Refused(_, var detail) -> Answers.notDone(detail);
        };
    }

    private String askWhich(List<SessionLine> candidates) {
        run.think("More than one session may be meant, so I ask before I act.");
        return answers.which(candidates);
    }

    private String askInsteadOf(String wanted, List<SessionLine> sessions) {
        List<SessionLine> others = sessions.stream().filter(s -> !s.current()).toList();
        return others.isEmpty()
                ? "You have no other session; there is only this one."
                : answers.whichInsteadOf(wanted, others);
    }

    private static String names(List<SessionLine> sessions) {
        return sessions.stream().map(SessionLine::name).collect(Collectors.joining("; "));
    }
}
