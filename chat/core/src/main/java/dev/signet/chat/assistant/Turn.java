package dev.signet.chat.assistant;

import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.tool.ToolResult;
import dev.signet.chat.tool.ToolSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One question of a user, from understanding it to its last line of answer. */
final class Turn {
    private final AgentRun run;
    private final Answers answers;
    private final List<ToolSpec> tools;
    private final Reply reply;
    private final SigningOut signingOut;

    Turn(AgentRun run, Answers answers, List<ToolSpec> tools) {
        this.run = run;
        this.answers = answers;
        this.tools = tools;
        this.reply = new Reply(run);
        this.signingOut = new SigningOut(run, answers);
    }

    void take() throws InterruptedException {
        Clause text = Clause.of(run.task().text());
        Optional<Choice> asked =
                Choice.pending(run.task().history()).filter(choice -> choice.isAnsweredBy(text));
        if (asked.isPresent()) {
            run.think("This answers my question which session to sign out.");
            reply.add(signingOut.chosen(asked.get(), text));
            return;
        }
        Understanding understanding = Understanding.of(run.task().text());
        run.think(Thoughts.about(understanding));
        for (Understood wish : understanding.wishes()) {
            reply.add(answer(wish));
        }
        if (understanding.leavesSomethingOpen()) {
            reply.add(Answers.examples());
        }
    }

    private String answer(Understood wish) throws InterruptedException {
        return switch (wish.intent()) {
            case SIGN_OUT -> signingOut.wished(wish.clause());
            case LIST_SESSIONS -> signingOut.list();
            case WHO_AM_I -> found("who_am_i", answers::whoAmI);
            case EXPLAIN_TOKEN -> found("explain_token", answers::token);
            case SECURITY_EVENTS ->
                    found("recent_security_events", facts -> answers.events(facts.list("events")));
            case PLATFORM_HEALTH -> found("platform_health", answers::health);
            case CAPABILITIES -> Answers.capabilities(tools, Limitations.withoutModel());
            case EXPLAIN_SIGN_OUT -> Answers.howToSignOut();
            case GREETING -> "Hello! I answer questions about your own account.";
            case THANKS -> "You are welcome.";
            case CANNOT_PASSWORD -> Limitations.PASSWORD;
            case CANNOT_CHANGE_PROFILE, CANNOT_DELETE_ACCOUNT, CANNOT_GRANT -> Limitations.ACCOUNT;
            case CANNOT_SHOW_TOKEN -> Limitations.TOKEN;
            case CANNOT_OTHER_USERS -> Limitations.OTHERS;
            case CANNOT_GENERAL -> Limitations.GENERAL;
            case UNKNOWN -> Answers.notUnderstood(wish.clause().text());
        };
    }

    private String found(String tool, Function<Facts, String> text) throws InterruptedException {
        return switch (run.use(tool, Map.of())) {
            case ToolResult.Done(var facts) -> text.apply(new Facts(facts));
            case ToolResult.Refused(_, var detail) -> Answers.notFoundOut(detail);
        };
    }
}
