package dev.signet.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.storage.StorageLimits;
import dev.signet.storage.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How works share commits, and what happens at each bound and each failure. */
class WriterTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private @TempDir Path folder;
    private final List<SqliteDatabase> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(SqliteDatabase::close);
    }

    @Test
    void works_that_wait_together_share_one_commit() {
        SqliteDatabase database = open(limits(1000, LONG));
        var results = new ArrayList<CompletableFuture<Integer>>();
        try (Gate _ = Gate.closed(database)) {
            for (int i = 0; i < 100; i++) {
                results.add(database.writeAsync(Notes.add(i)).toCompletableFuture());
            }
            assertThat(database.activity().queued()).isEqualTo(100);
        }
        results.forEach(CompletableFuture::join);

        assertThat(database.activity()).isEqualTo(new WriterActivity(2, 101, 0));
    }

    @Test
    void a_commit_carries_no_more_works_than_its_bound() {
        SqliteDatabase database = open(limits(1000, LONG));
        var results = new ArrayList<CompletableFuture<Integer>>();
        int groupMax = StorageLimits.standard().groupMax();
        try (Gate _ = Gate.closed(database)) {
            for (int i = 0; i < 2 * groupMax + 1; i++) {
                results.add(database.writeAsync(Notes.add(i)).toCompletableFuture());
            }
        }
        results.forEach(CompletableFuture::join);

        assertThat(database.activity().commits()).isEqualTo(1 + 3);
    }

    @Test
    void one_more_than_the_queue_holds_is_refused_at_once() {
        SqliteDatabase database = open(limits(2, LONG));
        var results = new ArrayList<CompletableFuture<Integer>>();
        try (Gate _ = Gate.closed(database)) {
            results.add(database.writeAsync(Notes.add(1)).toCompletableFuture());
            results.add(database.writeAsync(Notes.add(2)).toCompletableFuture());

            assertThatThrownBy(() -> database.write(Notes.add(3)))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> database.writeAsync(Notes.add(4)))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        results.forEach(CompletableFuture::join);
        database.write(Notes.add(5));

        assertThat(Notes.ids(database)).containsExactly(1L, 2L, 5L);
    }

    @Test
    void a_work_that_waited_too_long_never_runs() {
        SqliteDatabase database = open(limits(10, SHORT));
        try (Gate _ = Gate.closed(database)) {
            assertThatThrownBy(() -> database.write(Notes.add(1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("busy");
            var async = database.writeAsync(Notes.add(2)).toCompletableFuture();
            assertThatThrownBy(async::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StoreUnavailableException.class);
        }
        database.write(Notes.add(3));

        assertThat(Notes.ids(database)).containsExactly(3L);
    }

    @Test
    void a_caller_that_is_interrupted_in_the_queue_takes_its_work_back() throws Exception {
        SqliteDatabase database = open(limits(10, LONG));
        var outcome = new AtomicReference<Throwable>();
        try (Gate _ = Gate.closed(database)) {
            Thread caller =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    database.write(Notes.add(1));
                                } catch (StoreUnavailableException e) {
                                    outcome.set(Thread.currentThread().isInterrupted() ? e : null);
                                }
                            });
            Gate.await(() -> database.activity().queued() == 1);
            caller.interrupt();
            caller.join();
        }
        database.write(Notes.add(2));

        assertThat(outcome.get()).hasMessageContaining("interrupted");
        assertThat(Notes.ids(database)).containsExactly(2L);
    }

    @Test
    void a_caller_that_is_interrupted_later_still_learns_the_outcome() throws Exception {
        SqliteDatabase database = open(limits(10, LONG));
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var outcome = new CompletableFuture<Integer>();
        Thread caller =
                Thread.startVirtualThread(() ->
                        outcome.complete(
                                database.write(transaction -> {
                                    begun.countDown();
                                    Gate.await(goOn);
                                    return Notes.add(transaction.handle(), 1);
                                })));
        Gate.await(begun);
        caller.interrupt();
        goOn.countDown();
        caller.join();

        assertThat(outcome.join()).isEqualTo(1);
        assertThat(Notes.ids(database)).containsExactly(1L);
    }

    @Test
    void a_work_that_takes_too_long_leaves_its_outcome_unknown() {
        SqliteDatabase database = open(new StorageLimits(9, 9, 1, SHORT, SHORT, LONG, SHORT, LONG));
        var goOn = new CountDownLatch(1);

        assertThatThrownBy(() ->
                        database.write(transaction -> {
                            Gate.await(goOn);
                            return Notes.add(transaction.handle(), 1);
                        }))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("unknown");
        goOn.countDown();
    }

    @Test
    void a_commit_that_fails_is_acknowledged_to_nobody_and_the_next_one_works() {
        SqliteDatabase database = open(StorageLimits.standard());
        var published = new ArrayList<String>();
        var results = new ArrayList<CompletableFuture<Integer>>();
        try (Gate _ = Gate.closed(database)) {
            results.add(database.writeAsync(addAndPublish(1, published)).toCompletableFuture());
            results.add(database.writeAsync(breakingTheCommit()).toCompletableFuture());
            results.add(database.writeAsync(Notes.add(2)).toCompletableFuture());
        }

        assertThat(results)
                .allSatisfy(result ->
                        assertThatThrownBy(result::join)
                                .hasCauseInstanceOf(StoreUnavailableException.class));
        assertThat(database.write(addAndPublish(3, published))).isEqualTo(1);
        assertThat(Notes.ids(database)).containsExactly(3L);
        assertThat(published).containsExactly("3");
    }

    @Test
    void a_failure_that_rests_on_a_lost_commit_is_not_told_as_a_fact() {
        SqliteDatabase database = open(StorageLimits.standard());
        CompletableFuture<Integer> taken;
        try (Gate _ = Gate.closed(database)) {
            database.writeAsync(Notes.add(1));
            taken = database.writeAsync(Notes.add(1)).toCompletableFuture();
            database.writeAsync(breakingTheCommit());
        }

        assertThatThrownBy(taken::join).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(database.write(Notes.add(1))).isEqualTo(1);
    }

    @Test
    void a_full_disk_is_the_environment_and_passes() {
        SqliteDatabase database = open(StorageLimits.standard());
        Work<Integer> tooMuch =
                transaction -> {
                    transaction.handle().execute("PRAGMA max_page_count = 1");
                    return transaction
                            .handle()
                            .execute("INSERT INTO note VALUES (1, hex(zeroblob(1000000)), 0)");
                };

        assertThatThrownBy(() -> database.write(tooMuch))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(Notes.ids(database)).isEmpty();
    }

    @Test
    void a_lock_that_another_process_holds_too_long_refuses_and_writes_nothing() throws Exception {
        SqliteDatabase database = open(new StorageLimits(9, 9, 1, LONG, LONG, LONG, SHORT, LONG));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> database.write(Notes.add(1)))
                    .isInstanceOf(StoreUnavailableException.class);
            statement.execute("ROLLBACK");
        }

        assertThat(database.write(Notes.add(2))).isEqualTo(1);
        assertThat(Notes.ids(database)).containsExactly(2L);
    }

    @Test
    void an_error_in_a_work_reaches_its_caller_and_the_writer_lives_on() {
        SqliteDatabase database = open(StorageLimits.standard());

        assertThatThrownBy(() ->
                        database.write(_ -> {
                            throw new StackOverflowError("deep");
                        }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(database.write(Notes.add(1))).isEqualTo(1);
    }

    @Test
    void readers_wait_for_a_connection_no_longer_than_their_bound() throws Exception {
        SqliteDatabase database =
                open(StorageLimits.standard().withReaders(1, Duration.ofMillis(300)));
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Thread reader =
                Thread.startVirtualThread(() ->
                        database.read(handle -> {
                            reading.countDown();
                            Gate.await(goOn);
                            return Notes.ids(handle);
                        }));
        Gate.await(reading);

        assertThatThrownBy(() -> Notes.ids(database)).isInstanceOf(StoreUnavailableException.class);
        goOn.countDown();
        reader.join();
        assertThat(Notes.ids(database)).isEmpty();
    }

    private static Work<Integer> addAndPublish(long id, List<String> published) {
        return transaction -> {
            transaction.afterCommit(() -> published.add(Long.toString(id)));
            return Notes.add(transaction.handle(), id);
        };
    }

    /** What a store must not do; the only way to let SQLite refuse a COMMIT on a healthy disk. */
    private static Work<Integer> breakingTheCommit() {
        return transaction -> {
            transaction.handle().execute("PRAGMA defer_foreign_keys = ON");
            return transaction.handle().execute("INSERT INTO remark VALUES (404)");
        };
    }

    private static StorageLimits limits(int queuedMax, Duration queueWait) {
        return StorageLimits.standard().withQueue(queuedMax, queueWait);
    }

    private SqliteDatabase open(StorageLimits limits) {
        SqliteDatabase database = SqliteDatabase.open(file(), Notes.MIGRATIONS, limits);
        opened.add(database);
        return database;
    }

    private Path file() {
        return folder.resolve("notes.db");
    }
}
