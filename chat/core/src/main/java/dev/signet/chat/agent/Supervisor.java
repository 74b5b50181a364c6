package dev.signet.chat.agent;

import java.util.Comparator;
import java.util.List;

/** Picks the agent that suits a task best. */
public final class Supervisor {
    private final List<Agent> agents;

    /**
     * @param agents 1 or more; of those that bid the same, the first is picked
     */
    public Supervisor(List<? extends Agent> agents) {
        if (agents.isEmpty()) {
            throw new IllegalArgumentException("supervisor: no agent");
        }
        this.agents = List.copyOf(agents);
    }

    public Agent pick(Task task) {
        Comparator<Agent> byBid = Comparator.comparingInt(agent -> agent.bid(task));
        return agents.reversed().stream().max(byBid).orElseThrow();
    }
}
