package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.id.RunId;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.EventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A peer that remembers what it was sent, and may hold back a write. */
final class RecordingSink implements EventSink {
    private static final long PATIENCE_SECONDS = 60;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<RunEvent> events = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private Optional<CloseReason> closed = Optional.empty();
    private final CountDownLatch gate;

    private RecordingSink(CountDownLatch gate) {
        this.gate = gate;
    }

    static RecordingSink open() {
        return new RecordingSink(new CountDownLatch(0));
    }

    /** Does not take the first write until {@link #release()}. */
    static RecordingSink stuck() {
        return new RecordingSink(new CountDownLatch(1));
    }

    void release() {
        gate.countDown();
    }

    @Override
    public void write(RunEvent event) throws InterruptedException {
        gate.await();
        change(() -> {
            events.add(event);
            log.add(event.type().wire());
        });
    }

    @Override
    public void note(String text) throws InterruptedException {
        gate.await();
        change(() -> log.add(text));
    }

    @Override
    public void close(CloseReason reason) {
        change(() -> closed = Optional.of(reason));
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<RunEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    List<String> log() {
        lock.lock();
        try {
            return List.copyOf(log);
        } finally {
            lock.unlock();
        }
    }

    List<RunEvent> eventsOf(RunId run) {
        return events().stream().filter(e -> e.runId().equals(run)).toList();
    }

    /** The run's events once its last one is here. */
    List<RunEvent> untilEndOf(RunId run) throws InterruptedException {
        until(() -> events.stream().anyMatch(e -> e.runId().equals(run) && e.terminal()));
        return eventsOf(run);
    }

    void untilEvents(int count) throws InterruptedException {
        until(() -> events.size() >= count);
    }

    void untilEnds(int count) throws InterruptedException {
        until(() -> events.stream().filter(RunEvent::terminal).count() >= count);
    }

    CloseReason untilClosed() throws InterruptedException {
        until(() -> closed.isPresent());
        return closed.orElseThrow();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                assertThat(left).as("still waiting; got " + log).isPositive();
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
