package dev.signet.chat.contract;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.agent.Task;

/** An agent that does what a test says. */
public record ScriptedAgent(Script script) implements Agent {

    /** What it does. */
    @FunctionalInterface
    public interface Script {
        void work(AgentRun run) throws InterruptedException;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public int bid(Task task) {
        return 1;
    }

    @Override
    public void work(AgentRun run) throws InterruptedException {
        script.work(run);
    }
}
