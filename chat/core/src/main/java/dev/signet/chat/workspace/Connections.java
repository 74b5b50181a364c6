package dev.signet.chat.workspace;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.login.CurrentVerdict;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunStore;
import dev.signet.token.revocation.RevocationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything that is open in users' names, sockets and streams alike, by owner. Safe for use by
 * many threads.
 */
final class Connections {
    private final Ids ids;
    private final RunStore runs;
    private final CurrentVerdict verdicts;
    private final ChatLimits.Delivery limits;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UserId, Set<Connection>> byOwner = new HashMap<>();
    private int count;
    private boolean closed;

    Connections(Ids ids, RunStore runs, CurrentVerdict verdicts, ChatLimits.Delivery limits) {
        this.ids = ids;
        this.runs = runs;
        this.verdicts = verdicts;
        this.limits = limits;
    }

    /** Connects a reader of all runs that the user begins from now on, and of those it resumes. */
    ConnectOutcome connect(UserContext context, EventSink sink) {
        return register(context, sink, Optional.empty());
    }

    /** Connects a reader of one run; it is closed after the run's last event. */
    ConnectOutcome follow(UserContext context, RunId runId, long afterSeq, EventSink sink) {
        if (runs.run(context.userId(), runId).isEmpty()) {
            return new ConnectOutcome.NoSuchRun();
        }
        ConnectOutcome outcome = register(context, sink, Optional.of(runId));
        if (outcome instanceof ConnectOutcome.Connected(var connection)
                && !connection.resume(runId, afterSeq)) {
            connection.close(new CloseReason.RunEnded());
        }
        return outcome;
    }

    private ConnectOutcome register(UserContext context, EventSink sink, Optional<RunId> onlyRun) {
        lock.lock();
        try {
            Set<Connection> own = byOwner.getOrDefault(context.userId(), Set.of());
            if (closed) {
                return new ConnectOutcome.ShuttingDown();
            }
            if (count >= limits.connections() || own.size() >= limits.connectionsPerUser()) {
                return new ConnectOutcome.TooMany();
            }
            Connection connection =
                    new Connection(
                            ids.connection(),
                            context,
                            sink,
                            onlyRun,
                            runs,
                            verdicts,
                            limits,
                            this::forget);
            byOwner.computeIfAbsent(context.userId(), _ -> new LinkedHashSet<>()).add(connection);
            count++;
            connection.start();
            return new ConnectOutcome.Connected(connection);
        } finally {
            lock.unlock();
        }
    }

    private void forget(Connection connection) {
        lock.lock();
        try {
            UserId owner = connection.context().userId();
            Set<Connection> own = byOwner.get(owner);
            if (own != null && own.remove(connection)) {
                count--;
            }
            if (own != null && own.isEmpty()) {
                byOwner.remove(owner);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands an event, which is stored already, to its owner's connections; never waits for a
     * reader.
     */
    void publish(RunEvent event) {
        of(event.userId()).forEach(connection -> connection.offer(event));
    }

    /** Ends every connection whose token the revocation hits, and tells which they were. */
    List<Connection> revoke(RevocationEvent event) {
        return all().stream().filter(connection -> connection.revoke(event)).toList();
    }

    /** Judges the login of every connection anew; waits for nobody. */
    void recheck() {
        all().forEach(Connection::recheck);
    }

    /** How many are open. */
    int count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Admits nobody any more and ends all, each when what waits is written or after that time. */
    void shutDown(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        List<Thread> drains = new ArrayList<>();
        for (Connection connection : all()) {
            drains.add(Thread.ofVirtual().start(() -> drain(connection, patience)));
        }
        for (Thread drain : drains) {
            drain.join();
        }
    }

    private static void drain(Connection connection, Duration patience) {
        try {
            connection.drain(new CloseReason.ShuttingDown(), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Connection> of(UserId owner) {
        lock.lock();
        try {
            return List.copyOf(byOwner.getOrDefault(owner, Set.of()));
        } finally {
            lock.unlock();
        }
    }

    private List<Connection> all() {
        lock.lock();
        try {
            return byOwner.values().stream().flatMap(Collection::stream).toList();
        } finally {
            lock.unlock();
        }
    }
}
