package dev.signet.chat.contract;

import dev.signet.chat.id.RunId;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.EventSink;
import dev.signet.token.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A peer that remembers all it was sent, and can be made to stop reading. */
public final class RecordingSink implements EventSink {
    private static final long SECONDS_MAX = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<RunEvent> events = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
    private boolean stuck;
    private int closes;
    private @Nullable CloseReason reason;

    @Override
    public void write(RunEvent event) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (stuck) {
                changed.await();
            }
            events.add(event);
            all.add(event.type().wire());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void note(String text) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (stuck) {
                changed.await();
            }
            all.add(text);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void judged(Verdict verdict) {
        verdicts.add(verdict);
    }

    /** What was found about the login besides that it ended. */
    public List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    @Override
    public void close(CloseReason why) {
        lock.lock();
        try {
            closes++;
            reason = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on it reads nothing. */
    public void stopReading() {
        set(true);
    }

    public void readOn() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            stuck = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public List<RunEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    public List<RunEvent> events(RunId run) {
        return events().stream().filter(event -> event.runId().equals(run)).toList();
    }

    /** Types of events and notes in the order in which they came. */
    public List<String> all() {
        lock.lock();
        try {
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    /** Why it was closed, if it was. */
    public Optional<CloseReason> closed() {
        lock.lock();
        try {
            return Optional.ofNullable(reason);
        } finally {
            lock.unlock();
        }
    }

    public int closes() {
        lock.lock();
        try {
            return closes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for that many events. */
    public List<RunEvent> awaitEvents(int count) throws InterruptedException {
        await(() -> events.size() >= count);
        return events();
    }

    /** Waits for the last event of a run, and gives all of it. */
    public List<RunEvent> awaitEnd(RunId run) throws InterruptedException {
        await(() -> events.stream().anyMatch(e -> e.runId().equals(run) && e.terminal()));
        return events(run);
    }

    /** Waits until that many runs have ended. */
    public List<RunEvent> awaitEnds(int runs) throws InterruptedException {
        await(() -> events.stream().filter(RunEvent::terminal).count() >= runs);
        return events();
    }

    public CloseReason awaitClosed() throws InterruptedException {
        await(() -> reason != null);
        return closed().orElseThrow();
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long nanosLeft = TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (nanosLeft <= 0) {
                    throw new AssertionError("waited in vain; came: " + all);
                }
                nanosLeft = changed.awaitNanos(nanosLeft);
            }
        } finally {
            lock.unlock();
        }
    }
}
