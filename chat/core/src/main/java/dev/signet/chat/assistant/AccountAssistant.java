package dev.signet.chat.assistant;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.agent.Task;
import dev.signet.chat.tool.ToolSpec;
import java.time.InstantSource;
import java.util.List;

/**
 * Answers questions about the user's own account from what the tools find, and says plainly what it
 * cannot do. Needs no language model; understands plain English.
 */
public final class AccountAssistant implements Agent {
    private static final String NAME = "assistant";

    /** Suits what no other agent suits better. */
    private static final int BID = 50;

    private final List<ToolSpec> tools;
    private final InstantSource clock;

    /**
     * @param tools those that it tells its users about; it uses the account tools
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
        return BID;
    }

    @Override
    public void work(AgentRun run) throws InterruptedException {
        Answers answers = new Answers(new Times(clock.instant()));
        new Turn(run, answers, tools).take();
    }
}
