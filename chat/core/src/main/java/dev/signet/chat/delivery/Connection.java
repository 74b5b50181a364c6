package dev.signet.chat.delivery;

import dev.signet.chat.context.UserContext;
import dev.signet.chat.event.RunEvent;
import dev.signet.chat.id.ConnectionId;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.limit.ChatLimits;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of one user's events. What happens is queued without waiting and written by the
 * connection's own virtual thread, so a slow reader holds up nobody; one that falls further behind
 * than its outbox is disconnected and may resume. Before each write the event's owner is compared
 * with the connection's.
 */
public final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final ConnectionId id;
    private final EventSink sink;
    private final RunStore runs;
    private final ChatLimits.Delivery limits;
    private final Optional<RunId> onlyRun;
    private final Consumer<Connection> whenEnded;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Outgoing> outbox = new ArrayDeque<>();
    private final Map<RunId, Follow> follows = new HashMap<>();
    private boolean ended;
    private final Thread writer;
    private volatile UserContext context;

    /**
     * @param onlyRun the one run to follow; empty for all runs that the owner begins from now on
     */
    Connection(
            ConnectionId id,
            UserContext context,
            EventSink sink,
            Optional<RunId> onlyRun,
            Wiring wiring) {
        this.id = id;
        this.context = context;
        this.sink = sink;
        this.onlyRun = onlyRun;
        this.runs = wiring.runs();
        this.limits = wiring.limits();
        this.whenEnded = wiring.whenEnded();
        this.writer = Thread.ofVirtual().name("connection-" + id).unstarted(this::writeAll);
    }

    record Wiring(RunStore runs, ChatLimits.Delivery limits, Consumer<Connection> whenEnded) {}

    void start() {
        writer.start();
    }

    public ConnectionId id() {
        return id;
    }

    /** The owner, as of the newest renewal. */
    public UserContext context() {
        return context;
    }

    /**
     * Extends the connection by a newer token of the same user and session.
     *
     * @return false, and nothing changes, when it is another user's or another session's
     */
    public boolean renew(UserContext newer) {
        if (!context.continuedBy(newer)) {
            return false;
        }
        context = newer;
        return true;
    }

    /** Queues a text of the server's own behind what already waits. */
    public void note(String text) {
        locked(() -> enqueue(new Outgoing.Note(text)));
    }

    /**
     * Sends the run's events after that one, stored ones first, then live ones, each once and in
     * order. Events that this connection is being sent anyway are not repeated, except after the
     * run's last one.
     *
     * @param afterSeq 0 for all
     * @return false when the owner has no such run
     */
    public boolean resume(RunId runId, long afterSeq) {
        if (afterSeq < 0) {
            throw new IllegalArgumentException("resume: after_seq is 0 or more");
        }
        Optional<Run> run = runs.run(context.userId(), runId);
        if (run.isEmpty()) {
            return false;
        }
        boolean nothingLeft = run.get().state().ended() && afterSeq >= run.get().lastSeq();
        if (!nothingLeft) {
            locked(() -> replay(runId, afterSeq));
        } else if (onlyRun.isPresent()) {
            locked(() -> enqueue(new Outgoing.End(new CloseReason.RunEnded())));
        }
        return true;
    }

    private void replay(RunId runId, long afterSeq) {
        Follow present = follows.get(runId);
        if (present != null && present.covers(afterSeq)) {
            return;
        }
        outbox.removeIf(item -> item instanceof Outgoing.Live(var e) && e.runId().equals(runId));
        follows.put(runId, Follow.replayAfter(afterSeq));
        enqueue(new Outgoing.Replay(runId));
    }

    /** Queues an event that has just been stored; never waits. */
    void offer(RunEvent event) {
        locked(() -> queueLive(event));
    }

    private void queueLive(RunEvent event) {
        Follow follow = follows.get(event.runId());
        if (follow == null) {
            if (onlyRun.isPresent() || event.seq() != 1) {
                return;
            }
            follow = Follow.live();
            follows.put(event.runId(), follow);
        }
        if (!follow.admitsLive(event.seq())) {
            return;
        }
        follow.reach(event.seq());
        enqueue(new Outgoing.Live(event));
        if (event.terminal()) {
            follows.remove(event.runId());
        }
    }

    private void enqueue(Outgoing item) {
        if (ended) {
            return;
        }
        if (outbox.size() >= limits.outbox()) {
            LOG.info("event=connection_too_slow connection={} user={}", id, context.userId());
            end(new CloseReason.TooSlow());
            return;
        }
        outbox.add(item);
        arrived.signal();
    }

    /** Ends the connection at once; what waits is not written. Does nothing when it has ended. */
    public void close(CloseReason reason) {
        locked(() -> end(reason));
    }

    /** Ends the connection when what waits is written, or after that time. */
    void drain(CloseReason reason, Duration patience) throws InterruptedException {
        locked(() -> enqueue(new Outgoing.End(reason)));
        if (!writer.join(patience)) {
            close(reason);
        }
    }

    private void end(CloseReason reason) {
        if (ended) {
            return;
        }
        ended = true;
        outbox.clear();
        follows.clear();
        arrived.signal();
        writer.interrupt();
        // on a thread of its own: who ends the connection must not wait for its peer
        Thread.ofVirtual().start(() -> sink.close(reason));
        whenEnded.accept(this);
    }

    private void writeAll() {
        try {
            for (Outgoing item = take(); !isEnd(item); item = take()) {
                write(item);
            }
        } catch (InterruptedException e) {
            close(new CloseReason.PeerGone());
        } catch (IOException e) {
            LOG.debug("event=connection_lost connection={}", id, e);
            close(new CloseReason.PeerGone());
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        lock.lock();
        try {
            if (!ended) {
                LOG.warn("event=connection_failed connection={} user={}", id, context.userId(), e);
            }
            end(new CloseReason.Fault());
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnd(Outgoing item) {
        if (item instanceof Outgoing.End(var reason)) {
            close(reason);
            return true;
        }
        return false;
    }

    private Outgoing take() throws InterruptedException {
        lock.lock();
        try {
            while (outbox.isEmpty()) {
                if (ended) {
                    throw new InterruptedException("ended");
                }
                arrived.await();
            }
            return outbox.remove();
        } finally {
            lock.unlock();
        }
    }

    private void write(Outgoing item) throws IOException, InterruptedException {
        switch (item) {
            case Outgoing.Live(var event) -> write(event);
            case Outgoing.Note(var text) -> sink.note(text);
            case Outgoing.Replay(var runId) -> writeStored(runId);
            case Outgoing.End _ -> throw new IllegalStateException("the end is not written");
        }
    }

    /** The moment of writing: the only place where an event leaves towards a peer. */
    private void write(RunEvent event) throws IOException, InterruptedException {
        UserId owner = context.userId();
        if (!event.userId().equals(owner)) {
            LOG.error("event=foreign_event_withheld connection={} event_id={}", id, event.id());
            return;
        }
        sink.write(event);
        if (event.terminal() && onlyRun.isPresent()) {
            close(new CloseReason.RunEnded());
        }
    }

    private void writeStored(RunId runId) throws IOException, InterruptedException {
        Optional<Follow> replay = replayOf(runId);
        while (replay.isPresent()) {
            List<RunEvent> page = nextPage(runId, replay.get());
            for (RunEvent event : page) {
                write(event);
            }
            if (!advance(runId, replay.get(), page)) {
                return;
            }
        }
    }

    private Optional<Follow> replayOf(RunId runId) {
        lock.lock();
        try {
            return Optional.ofNullable(follows.get(runId)).filter(Follow::replaying);
        } finally {
            lock.unlock();
        }
    }

    private List<RunEvent> nextPage(RunId runId, Follow replay) {
        long reached;
        lock.lock();
        try {
            reached = replay.reached();
        } finally {
            lock.unlock();
        }
        return runs.events(context.userId(), runId, reached, limits.page());
    }

    /** Whether to read on; not when the run has ended, goes on live, or is replayed anew. */
    private boolean advance(RunId runId, Follow replay, List<RunEvent> page) {
        lock.lock();
        try {
            if (follows.get(runId) != replay) {
                return false;
            }
            if (page.isEmpty()) {
                return !replay.goLive();
            }
            replay.reach(page.getLast().seq());
            if (page.getLast().terminal()) {
                follows.remove(runId);
                return false;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "Connection[" + id + " " + context.userId() + "]";
    }
}
