package dev.signet.chat.workspace;

import dev.signet.chat.context.Revocation;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.delivery.Connection;
import dev.signet.chat.delivery.Connections;
import java.util.List;

/**
 * The chat backend. Users reach what is theirs through {@link #workspace}; the other methods are
 * for the process around it. Safe for use by many threads.
 */
public final class Chat {
    private final ChatParts parts;
    private final Connections connections;
    private final LiveRuns liveRuns;

    public Chat(ChatParts parts) {
        this.parts = parts;
        this.connections = new Connections(parts.ids(), parts.runs(), parts.limits().delivery());
        this.liveRuns = new LiveRuns(parts, connections::publish);
    }

    /** Everything of one user; make one per request, it costs nothing. */
    public Workspace workspace(UserContext context) {
        return new Workspace(context, parts, liveRuns, connections);
    }

    /**
     * Stops the runs and closes the connections that a revocation hits, at once.
     *
     * @return the connections that it closed, each with {@code AuthenticationLost}
     */
    public List<Connection> revoke(Revocation revocation) {
        List<Connection> closed = connections.revoke(revocation);
        liveRuns.revoke(revocation);
        return closed;
    }

    /**
     * Ends the runs that a crash left without an end, as {@code agent_failed interrupted}. To be
     * called once before the first request, and again at any time.
     *
     * @return how many it ended
     */
    public int recover() {
        return new Recovery(parts, connections::publish).endAllExcept(liveRuns::holds);
    }

    public int liveRuns() {
        return liveRuns.count();
    }

    public int openConnections() {
        return connections.count();
    }

    /**
     * Admits nothing new, lets runs end within the declared time, stops the others with reason
     * {@code shutdown}, and then closes the connections when what waits for them is written.
     */
    public void shutDown() throws InterruptedException {
        liveRuns.shutDown(parts.limits().running().drain());
        connections.shutDown(parts.limits().running().drain());
    }
}
