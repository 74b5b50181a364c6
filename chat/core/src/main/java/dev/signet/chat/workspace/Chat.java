package dev.signet.chat.workspace;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.id.Ids;
import dev.signet.chat.login.CurrentVerdict;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.token.revocation.RevocationEvent;
import java.time.InstantSource;
import java.util.List;

/**
 * The chat backend. Users reach what is theirs through {@link #workspace}; the other methods are
 * for the process around it. Safe for use by many threads.
 */
public final class Chat {
    final ThreadStore threads;
    final RunStore runs;
    final ToolBox tools;
    final Supervisor supervisor;
    final ChatLimits limits;
    final InstantSource clock;
    final Ids ids;
    final Connections connections;
    final LiveRuns liveRuns;

    public Chat(
            ThreadStore threads,
            RunStore runs,
            CurrentVerdict verdicts,
            ToolBox tools,
            Supervisor supervisor,
            ChatLimits limits,
            InstantSource clock,
            Ids ids) {
        this.threads = threads;
        this.runs = runs;
        this.tools = tools;
        this.supervisor = supervisor;
        this.limits = limits;
        this.clock = clock;
        this.ids = ids;
        this.connections = new Connections(ids, runs, verdicts, limits.delivery());
        this.liveRuns =
                new LiveRuns(
                        new RunPreparation(threads, supervisor, limits, clock, ids),
                        new RunJournal(runs, connections::publish, clock, ids),
                        runs,
                        verdicts,
                        tools,
                        limits,
                        clock,
                        ids);
    }

    /** Everything of one user; make one per request, it costs nothing. */
    public Workspace workspace(UserContext context) {
        return new Workspace(context, this);
    }

    /**
     * Stops the runs and closes the connections that a revocation hits, at once.
     *
     * @return the connections that it closed, each with {@code AuthenticationLost}
     */
    public List<Connection> revoke(RevocationEvent event) {
        List<Connection> closed = closeConnections(event);
        liveRuns.revoke(event);
        return closed;
    }

    /** The same for connections alone: from memory, without waiting for the store. */
    public List<Connection> closeConnections(RevocationEvent event) {
        return connections.revoke(event);
    }

    /**
     * Judges the login of every open connection anew, should a revocation have been missed; waits
     * for nobody.
     */
    public void recheckConnections() {
        connections.recheck();
    }

    /**
     * Ends the runs that nobody works on any more, as {@code agent_failed interrupted}: those that
     * a crash left, and those whose last step could not be stored. To be called before the first
     * request and then every so often, e.g. once a minute.
     *
     * @return how many it ended
     */
    public int recover() {
        return new Recovery(runs, connections::publish, limits, clock, ids)
                .endAllExcept(liveRuns::holds);
    }

    public int liveRuns() {
        return liveRuns.count();
    }

    public int openConnections() {
        return connections.count();
    }

    /**
     * Admits nothing new, lets runs end within the declared time, stops the others with reason
     * {@code shutdown}, and then closes the connections when what waits for them is written. Each
     * of these waits is bounded by {@code drain}.
     */
    public void shutDown() throws InterruptedException {
        liveRuns.shutDown(limits.running().drain());
        connections.shutDown(limits.running().drain());
    }
}
