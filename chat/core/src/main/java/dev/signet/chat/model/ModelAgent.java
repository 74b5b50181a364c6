package dev.signet.chat.model;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.AgentFailedException;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.agent.Task;
import dev.signet.chat.limit.ChatLimits;
import dev.signet.chat.run.Failure;
import dev.signet.chat.tool.ToolResult;
import dev.signet.chat.tool.ToolResult.Cause;
import dev.signet.chat.tool.ToolSpec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lets a language model answer and use the tools. Each use goes through the run, so a model can do
 * nothing that its user may not do, and the user sees all of it. Asks a bounded number of times,
 * the last time without tools, and cancels what is on its way when the run ends.
 */
public final class ModelAgent implements Agent {
    private static final String NAME = "model";

    /** Whoever connects a model wants it to answer. */
    private static final int BID = 80;

    private final ChatModel model;
    private final List<ToolSpec> tools;
    private final ChatLimits.Asking limits;
    private final InstantSource clock;

    /**
     * @param tools those that the model may use
     */
    public ModelAgent(
            ChatModel model, List<ToolSpec> tools, ChatLimits.Asking limits, InstantSource clock) {
        this.model = model;
        this.tools = List.copyOf(tools);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int bid(Task task) {
        return BID;
    }

    @Override
    public void work(AgentRun run) throws InterruptedException {
        Conversation conversation =
                Conversation.about(run.task(), clock.instant(), limits.historyBytes());
        run.think("Asking " + model.name() + ", which may use " + toolNames() + ".");
        for (int round = 0; round < limits.rounds(); round++) {
            ModelMessage.Assistant said = ask(run, conversation, tools);
            if (said.calls().isEmpty()) {
                return;
            }
            useTools(run, conversation, said);
        }
        run.think("That is enough looking up; now for the answer.");
        if (!ask(run, conversation, List.of()).calls().isEmpty()) {
            throw new AgentFailedException(
                    new Failure("too_many_tool_rounds", "The model did not come to an answer."),
                    "tools wanted after " + limits.rounds() + " rounds");
        }
    }

    private String toolNames() {
        return tools.stream().map(ToolSpec::name).collect(Collectors.joining(", "));
    }

    /** One answer of the model; its text goes to the user as it comes. */
    private ModelMessage.Assistant ask(
            AgentRun run, Conversation conversation, List<ToolSpec> offered)
            throws InterruptedException {
        ModelAnswer answer =
                new ModelAnswer(limits.callsPerRound(), limits.answerTime(), limits.gather());
        ModelRequest request =
                new ModelRequest(conversation.messages(), offered, limits.answerTime());
        ChatModel.Exchange exchange = model.ask(request, answer);
        try {
            return pass(run, conversation, answer);
        } finally {
            answer.abandon();
            exchange.cancel();
        }
    }

    private static ModelMessage.Assistant pass(
            AgentRun run, Conversation conversation, ModelAnswer answer)
            throws InterruptedException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (answer.next()) {
                case ModelAnswer.Next.Text(var piece) -> {
                    run.answer(text.isEmpty() ? conversation.separated(piece) : piece);
                    text.append(piece);
                }
                case ModelAnswer.Next.Complete(var calls) -> {
                    return conversation.add(new ModelMessage.Assistant(text.toString(), calls));
                }
                case ModelAnswer.Next.Failed(var failure, var detail) ->
                        throw new AgentFailedException(told(failure), detail);
            }
        }
    }

    private static void useTools(
            AgentRun run, Conversation conversation, ModelMessage.Assistant said)
            throws InterruptedException {
        List<ModelMessage.ToolAnswer> answers = new ArrayList<>();
        for (ModelToolCall call : said.calls()) {
            answers.add(new ModelMessage.ToolAnswer(call, use(run, call).facts()));
        }
        answers.forEach(conversation::add);
    }

    private static ToolResult use(AgentRun run, ModelToolCall call) throws InterruptedException {
        if (call.arguments().isEmpty()) {
            return new ToolResult.Refused(
                    Cause.INVALID_ARGUMENTS, "The arguments are not a JSON object.");
        }
        Map<String, Object> arguments = call.arguments().get();
        return run.use(call.tool(), arguments);
    }

    private static Failure told(ModelFailure failure) {
        return switch (failure) {
            case UNREACHABLE ->
                    new Failure("model_unreachable", "The language model cannot be reached.");
            case TIMEOUT -> new Failure("model_timeout", "The language model took too long.");
            case REFUSED -> new Failure("model_refused", "The language model refused to answer.");
            case MALFORMED ->
                    new Failure("model_malformed", "The language model's answer was not readable.");
        };
    }
}
