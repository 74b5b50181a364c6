package dev.signet.chat.assistant;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.agent.Task;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.agent.ToolSpec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers about the user's own account by real tools, without a language model. */
public final class AccountAssistant implements Agent {
    /** Its name in events. */
    public static final String NAME = "assistant";

    private static final int BID_UNDERSTOOD = 60;
    private static final int BID_OTHERWISE = 10;

    private final List<ToolSpec> tools;
    private final InstantSource clock;

    /**
     * @param tools what it tells users about; it needs those of {@link
     *     dev.signet.chat.platform.AccountTools}
     */
    public AccountAssistant(List<ToolSpec> tools, InstantSource clock) {
        this.tools = List.copyOf(tools);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int bid(Task task) {
        return Interpretation.of(task.text()).clear() ? BID_UNDERSTOOD : BID_OTHERWISE;
    }

    @Override
    public void work(AgentRun run) throws InterruptedException {
        TimeTexts times = new TimeTexts(clock.instant());
        Clause text = Clause.of(run.task().text());
        Optional<SessionChoice> choice =
                SessionChoice.pending(run.task().history()).filter(c -> c.isAnsweredBy(text));
        if (choice.isPresent()) {
            run.think("You answer which session to sign out. I look up your sessions first.");
            say(run, new SignOutDialogue(run, times).answer(text, choice.get()));
            return;
        }
        Interpretation understanding = Interpretation.of(run.task().text());
        run.think(thoughts(understanding));
        String separator = "";
        for (RecognizedIntent request : understanding.intents()) {
            say(run, separator + answer(run, times, request));
            separator = "\n\n";
        }
    }

    private static void say(AgentRun run, String text) {
        TextChunks.of(text).forEach(run::answer);
    }

    private static String thoughts(Interpretation understanding) {
        List<String> known = new ArrayList<>();
        for (RecognizedIntent request : understanding.intents()) {
            known.add(ThinkingTexts.about(request.intent()));
        }
        String tools =
                understanding.intents().stream()
                        .flatMap(request -> ThinkingTexts.tools(request.intent()).stream())
                        .distinct()
                        .collect(Collectors.joining(", "));
        String next = tools.isEmpty() ? "No tool is needed for that." : "I will use " + tools + ".";
        return "You " + String.join("; and you ", known) + ". " + next;
    }

    private String answer(AgentRun run, TimeTexts times, RecognizedIntent request)
            throws InterruptedException {
        Answers answers = new Answers(times);
        return switch (request.intent()) {
            case WHO_AM_I -> looked(run, "who_am_i", answers::whoAmI);
            case LIST_SESSIONS -> looked(run, "list_sessions", f -> answers.sessions(sessions(f)));
            case EXPLAIN_TOKEN -> looked(run, "explain_token", answers::token);
            case SECURITY_EVENTS ->
                    looked(run, "recent_security_events", f -> answers.events(f.list("events")));
            case PLATFORM_HEALTH -> looked(run, "platform_health", answers::health);
            case SIGN_OUT -> new SignOutDialogue(run, times).answer(request.clause());
            case EXPLAIN_SIGN_OUT -> SignOutDialogue.HOW;
            case GREETING -> "Hello! " + offer();
            case THANKS -> "You are welcome.";
            case CAPABILITIES -> Answers.capabilities(tools, Limitations.withoutModel());
            case CANNOT_PASSWORD -> refusal(Limitations.PASSWORD);
            case CANNOT_CHANGE_PROFILE, CANNOT_DELETE_ACCOUNT, CANNOT_GRANT ->
                    refusal(Limitations.ACCOUNT);
            case CANNOT_SHOW_TOKEN -> refusal(Limitations.TOKEN);
            case CANNOT_OTHER_USERS -> refusal(Limitations.OTHERS);
            case CANNOT_GENERAL -> refusal(Limitations.GENERAL);
            case UNKNOWN -> "I did not understand that. " + refusal(Limitations.GENERAL);
        };
    }

    private static List<SessionLine> sessions(ToolFacts facts) {
        return facts.list("sessions").stream().map(SessionLine::of).toList();
    }

    private static String looked(AgentRun run, String tool, Function<ToolFacts, String> text)
            throws InterruptedException {
        ToolResult result = run.use(tool, Map.of());
        ToolFacts facts = new ToolFacts(result.facts());
        return result.ok()
                ? text.apply(facts)
                : "I could not look that up with " + tool + ": " + facts.text("detail");
    }

    private static String refusal(String limitation) {
        return limitation + " " + offer();
    }

    private static String offer() {
        return "I can tell who you are, list or sign out your sessions, explain your token, show recent"
                + " security events and the platform's health. Ask “help” for details.";
    }
}
