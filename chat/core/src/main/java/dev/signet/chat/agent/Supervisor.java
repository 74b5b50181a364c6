package dev.signet.chat.agent;

import java.util.Comparator;
import java.util.List;

/** Picks the agent that suits a task best, and says what users can expect of all of them. */
public final class Supervisor {
    private final List<Agent> agents;
    private final Capabilities capabilities;

    /**
     * @param agents 1 or more; of those that bid the same, the first is picked
     */
    public Supervisor(List<? extends Agent> agents, Capabilities capabilities) {
        if (agents.isEmpty()) {
            throw new IllegalArgumentException("supervisor: no agent");
        }
        this.agents = List.copyOf(agents);
        this.capabilities = capabilities;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    public Agent pick(Task task) {
        Comparator<Agent> byBid = Comparator.comparingInt(agent -> agent.bid(task));
        return agents.reversed().stream().max(byBid).orElseThrow();
    }
}
