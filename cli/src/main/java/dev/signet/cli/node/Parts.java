package dev.signet.cli.node;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What has been started so far. Closed in reverse order, each part whatever became of the others;
 * closed again, without effect. For one thread at a time.
 */
final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Takes a part over; returns it. */
    <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /**
     * Closes everything.
     *
     * @throws Exception the first that a part threw, with the others as suppressed ones, after all
     *     are closed
     */
    @Override
    public void close() throws Exception {
        @Nullable Exception first = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception | Error e) {
                first = joined(first, e);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static Exception joined(@Nullable Exception first, Throwable next) {
        if (first != null) {
            first.addSuppressed(next);
            return first;
        }
        return next instanceof Exception known ? known : new IllegalStateException(next);
    }

    /** Closes everything because of that failure; what closing throws is added to it. */
    void closeAfter(Throwable failure) {
        try {
            close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }
}
