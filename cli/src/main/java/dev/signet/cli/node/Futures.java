package dev.signet.cli.node;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Waits for what runs on event loops; never called on one. */
final class Futures {

    private static final long SECONDS_MAX = 30;

    private Futures() {}

    /** The result; a failure arrives as {@link CompletionException}. */
    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(SECONDS_MAX, TimeUnit.SECONDS)
                .join();
    }
}
