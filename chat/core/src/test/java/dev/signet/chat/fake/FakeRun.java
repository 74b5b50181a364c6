package dev.signet.chat.fake;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.agent.Task;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.thread.Message;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that keeps what its agent did, and the conversation that the agent had before. */
public final class FakeRun implements AgentRun {
    private static final Ids IDS = new Ids(new SecureRandom());
    private static final ThreadId THREAD = IDS.thread();

    private final ToolBox tools;
    private final UserContext context;
    private final List<Message> history = new ArrayList<>();
    private Task task = new Task("", List.of());
    private StringBuilder answer = new StringBuilder();
    public final List<String> thoughts = new ArrayList<>();
    public final List<String> used = new ArrayList<>();

    public FakeRun(ToolBox tools, UserContext context) {
        this.tools = tools;
        this.context = context;
    }

    /** What the agent answers when the user says that next. */
    public String say(Agent agent, String text) throws InterruptedException {
        task = new Task(text, List.copyOf(history));
        answer = new StringBuilder();
        used.clear();
        agent.work(this);
        history.add(message(Message.Role.USER, text));
        history.add(message(Message.Role.ASSISTANT, answer.toString()));
        return answer.toString();
    }

    private static Message message(Message.Role role, String text) {
        return new Message(
                IDS.message(),
                THREAD,
                Users.ada().userId(),
                role,
                text,
                Optional.empty(),
                Users.SIGNED_IN);
    }

    @Override
    public UserContext context() {
        return context;
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public void think(String text) {
        thoughts.add(text);
    }

    @Override
    public ToolResult use(String tool, Map<String, Object> arguments) throws InterruptedException {
        used.add(tool);
        return tools.use(context, tool, arguments);
    }

    @Override
    public void answer(String text) {
        answer.append(text);
    }
}
