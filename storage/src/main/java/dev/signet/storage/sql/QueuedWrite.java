package dev.signet.storage.sql;

import dev.signet.storage.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One work on its way through the queue. It is either begun by the writer or abandoned by whoever
 * waited too long, never both.
 */
final class QueuedWrite<T> {

    private final Work<T> work;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    QueuedWrite(Work<T> work) {
        this.work = work;
    }

    Work<T> work() {
        return work;
    }

    /** Completed by the writer, after the commit. */
    CompletableFuture<T> outcome() {
        return outcome;
    }

    /** Whether the writer may run it now; from then on nobody can abandon it. */
    boolean begin() {
        return decided.compareAndSet(false, true);
    }

    /** Whether it will never run. */
    boolean abandon(String reason) {
        if (!decided.compareAndSet(false, true)) {
            return false;
        }
        outcome.completeExceptionally(new StoreUnavailableException(reason));
        return true;
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }

    /** Abandons it after that time unless it has begun. */
    void abandonAfter(Duration wait) {
        var timer = new CompletableFuture<Void>();
        timer.thenRun(() -> abandon(waitedTooLong(wait)));
        timer.completeOnTimeout(null, wait.toNanos(), TimeUnit.NANOSECONDS);
        outcome.whenComplete((_, _) -> timer.cancel(false));
    }

    /** Waits for the commit; an interrupt ends the wait for the turn, not a work that has begun. */
    T await(Duration queueWait, Duration outcomeWait) {
        boolean interrupted = false;
        try {
            return outcome.get(queueWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon(waitedTooLong(queueWait));
        } catch (InterruptedException e) {
            interrupted = true;
            abandon("interrupted while waiting for the writer");
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
        return awaitBegun(outcomeWait, interrupted);
    }

    private T awaitBegun(Duration wait, boolean interruptedBefore) {
        boolean interrupted = interruptedBefore;
        long deadline = System.nanoTime() + wait.toNanos();
        try {
            while (true) {
                try {
                    return outcome.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            throw new StoreUnavailableException("no commit within " + wait + "; outcome unknown");
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String waitedTooLong(Duration wait) {
        return "the writer was busy for longer than " + wait;
    }

    private static RuntimeException rethrown(ExecutionException failure) {
        return switch (failure.getCause()) {
            case Error error -> throw error;
            case RuntimeException known -> known;
            case null, default -> new IllegalStateException("a work threw", failure);
        };
    }
}
