package dev.signet.chat.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One answer of a model on its way from the model's thread to the agent's. Text waits here until
 * the agent takes it; a model that is faster than that waits too.
 */
final class ModelAnswer implements ModelListener {
    /** In characters; with more waiting, the model waits. */
    private static final int WAITING_MAX = 8 * 1024;

    private final int callsMax;
    private final Duration gather;
    private long nanosLeft;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StringBuilder waiting = new StringBuilder();
    private final List<ModelToolCall> calls = new ArrayList<>();
    private State state = new State.Open();

    /** How far the answer has come. */
    private sealed interface State {
        record Open() implements State {}

        record Done() implements State {}

        record Failed(ModelFailure failure, String detail) implements State {}

        /** Nobody waits for it any more. */
        record Abandoned() implements State {}
    }

    /** What the agent is told next. */
    sealed interface Next {
        /** Some more of the text, not empty. */
        record Text(String text) implements Next {}

        /** The text is complete; these tools are to be used. */
        record Complete(List<ModelToolCall> calls) implements Next {}

        /** There will be no answer. */
        record Failed(ModelFailure failure, String detail) implements Next {}
    }

    /**
     * @param callsMax further tool calls are ignored
     * @param patience how long the agent waits for all of it together
     * @param gather pieces of text that come within this time are taken as one
     */
    ModelAnswer(int callsMax, Duration patience, Duration gather) {
        this.callsMax = callsMax;
        this.nanosLeft = patience.toNanos();
        this.gather = gather;
    }

    @Override
    public void text(String piece) {
        lock.lock();
        try {
            while (open() && waiting.length() >= WAITING_MAX) {
                changed.awaitUninterruptibly();
            }
            if (open()) {
                waiting.append(piece);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void toolCall(ModelToolCall call) {
        lock.lock();
        try {
            if (open() && calls.size() < callsMax) {
                calls.add(call);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void done() {
        end(new State.Done());
    }

    @Override
    public void failed(ModelFailure failure, String detail) {
        end(new State.Failed(failure, detail));
    }

    /** What still comes is ignored from now on. */
    void abandon() {
        end(new State.Abandoned());
    }

    private void end(State end) {
        lock.lock();
        try {
            if (open()) {
                state = end;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean open() {
        return state instanceof State.Open;
    }

    /** Waits for what comes next. */
    Next next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (open() && waiting.isEmpty() && nanosLeft > 0) {
                nanosLeft = changed.awaitNanos(nanosLeft);
            }
            if (!waiting.isEmpty()) {
                gatherMore();
                return new Next.Text(takeText());
            }
            return switch (state) {
                case State.Done _ -> new Next.Complete(List.copyOf(calls));
                case State.Failed(var failure, var detail) -> new Next.Failed(failure, detail);
                case State.Open _, State.Abandoned _ ->
                        new Next.Failed(ModelFailure.TIMEOUT, "no end within the time");
            };
        } finally {
            lock.unlock();
        }
    }

    private void gatherMore() throws InterruptedException {
        long left = Math.min(gather.toNanos(), nanosLeft);
        long before = left;
        while (open() && waiting.length() < WAITING_MAX && left > 0) {
            left = changed.awaitNanos(left);
        }
        nanosLeft -= before - left;
    }

    private String takeText() {
        String text = waiting.toString();
        waiting.setLength(0);
        changed.signalAll();
        return text;
    }
}
