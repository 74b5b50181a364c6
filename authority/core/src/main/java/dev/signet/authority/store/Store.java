package dev.signet.authority.store;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Durable storage, seen through the tables of {@code T}. Safe for many threads; calls may wait for
 * the disk, so they belong on virtual threads.
 *
 * @param <T> the tables that a unit of work reaches
 */
public interface Store<T extends Transaction> {

    /**
     * Does the work and returns its result after everything that it wrote is durable; an exception
     * undoes all of it. The work may run more than once, so it changes nothing but its transaction.
     *
     * @throws StoreUnavailableException when the storage fails; it is not known whether the work
     *     was done
     */
    <R> R write(Function<? super T, R> work);

    /** As {@link #write}, for work without a result. */
    default void update(Consumer<? super T> work) {
        write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /**
     * Reads one consistent state. A write inside of it is refused as a bug.
     *
     * @throws StoreUnavailableException when the storage fails
     */
    <R> R read(Function<? super T, R> work);
}
