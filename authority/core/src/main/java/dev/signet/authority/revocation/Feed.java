package dev.signet.authority.revocation;

import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.store.Store;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.feed.FeedMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the stream of revocations: what is new from memory, what is old from the store, and
 * everything at once as a snapshot. Readers are woken and then fetch at their own pace, so that a
 * slow one holds nobody up. Safe for many threads.
 */
public final class Feed implements FeedListener {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Store<? extends RevocationTransaction> store;
    private final CredentialSource credentials;
    private final InstantSource clock;
    private final FeedTail tail = new FeedTail(AuthorityLimits.FEED_ROWS_IN_MEMORY);
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();
    private volatile String epoch = "";

    /** Ends a subscription; again: no effect. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    public Feed(
            Store<? extends RevocationTransaction> store,
            CredentialSource credentials,
            InstantSource clock) {
        this.store = store;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Reads where the stream stands; called once, before the first revocation. */
    public void load() {
        String nameIfNew = credentials.id("epo_");
        epoch = store.write(tx -> tx.feed().begin(nameIfNew));
        store.read(tx -> {
            FeedTable feed = tx.feed();
            long last = feed.lastSeq();
            long from = Math.max(0, last - AuthorityLimits.FEED_ROWS_IN_MEMORY);
            tail.start(last, feed.after(from, AuthorityLimits.FEED_ROWS_IN_MEMORY));
            return true;
        });
    }

    /** Names the stream that the numbers belong to. */
    public String epoch() {
        return epoch;
    }

    /** The last committed number; 0 before the first. */
    public long lastSeq() {
        return tail.lastSeq();
    }

    /**
     * The last number as the store's writer reads it, so that an answer shows that revocations can
     * be written; waits for its turn.
     */
    public long storedSeq() {
        return store.write(tx -> tx.feed().lastSeq());
    }

    /**
     * What came after a number, at most {@value FeedMessage#BATCH_MAX} entries at once. Answers
     * from memory unless the reader is far behind.
     *
     * @param readerEpoch the epoch that the reader's number belongs to
     */
    public FeedPage after(String readerEpoch, long seq) {
        if (!readerEpoch.equals(epoch) || seq < 0 || seq > lastSeq()) {
            return new FeedPage.SnapshotNeeded();
        }
        return tail.after(seq, FeedMessage.BATCH_MAX)
                .or(() -> stored(seq))
                .map(entries -> next(seq, entries))
                .orElseGet(FeedPage.SnapshotNeeded::new);
    }

    private FeedPage next(long seq, List<FeedEntry> entries) {
        long last = entries.isEmpty() ? seq : entries.getLast().seq();
        return new FeedPage.Next(new FeedMessage.Batch(epoch, now(), last, entries));
    }

    private Optional<List<FeedEntry>> stored(long seq) {
        return store.read(tx ->
                tx.feed().firstSeq() <= seq + 1
                        ? Optional.of(tx.feed().after(seq, FeedMessage.BATCH_MAX))
                        : Optional.empty());
    }

    /** Everything that is revoked and could still matter. */
    public FeedMessage.Snapshot snapshot() {
        Instant now = now();
        return store.read(tx ->
                new FeedMessage.Snapshot(
                        epoch, now, tx.feed().lastSeq(), tx.revocations().live(now)));
    }

    /**
     * Calls {@code wake} after each committed entry, on a thread that must not be kept waiting,
     * until the subscription is closed. The reader then asks for what is {@link #after} its number.
     */
    public Subscription subscribe(Runnable wake) {
        Runnable mine = wake::run;
        sleepers.add(mine);
        return () -> sleepers.remove(mine);
    }

    /** How many readers are subscribed. */
    public int subscribers() {
        return sleepers.size();
    }

    @Override
    public void committed(FeedEntry entry) {
        tail.append(entry);
        for (Runnable wake : sleepers) {
            wake(wake);
        }
    }

    private static void wake(Runnable wake) {
        try {
            wake.run();
        } catch (RuntimeException bug) {
            LOG.error("event=feed_reader_failed", bug);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
