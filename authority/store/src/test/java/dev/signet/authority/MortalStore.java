package dev.signet.authority;

import dev.signet.authority.store.Store;
import dev.signet.authority.store.StoreUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Counts durable commits, and dies after as many as a test wants, like a killed process. */
public final class MortalStore implements Store<AuthorityTransaction> {

    private final Supplier<? extends Store<AuthorityTransaction>> store;
    private final AtomicInteger commits = new AtomicInteger();
    private volatile int last = Integer.MAX_VALUE;

    MortalStore(Supplier<? extends Store<AuthorityTransaction>> store) {
        this.store = store;
    }

    /** How many commits there were. */
    public int commits() {
        return commits.get();
    }

    /** After so many more commits none is made any more. */
    public void dieAfter(int more) {
        last = commits.get() + more;
    }

    public void live() {
        last = Integer.MAX_VALUE;
    }

    @Override
    public <R> R write(Function<? super AuthorityTransaction, R> work) {
        if (commits.get() >= last) {
            throw new StoreUnavailableException("killed", new IllegalStateException("by a test"));
        }
        R result = store.get().write(work);
        commits.incrementAndGet();
        return result;
    }

    @Override
    public <R> R read(Function<? super AuthorityTransaction, R> work) {
        return store.get().read(work);
    }
}
