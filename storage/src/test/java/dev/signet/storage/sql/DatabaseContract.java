package dev.signet.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.storage.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** What every database promises, whatever it is made of. */
interface DatabaseContract {

    /** With the tables of {@link Notes}, without rows, within standard limits. */
    Database database();

    @Test
    default void what_was_acknowledged_is_seen_by_every_later_read() {
        assertThat(database().write(Notes.add(1))).isEqualTo(1);
        assertThat(Notes.ids(database())).containsExactly(1L);
    }

    @Test
    default void a_work_that_throws_leaves_nothing_and_tells_its_own_caller() {
        var failure = new IllegalStateException("mine");

        assertThatThrownBy(() ->
                        database()
                                .write(transaction -> {
                                    Notes.add(transaction.handle(), 1);
                                    throw failure;
                                }))
                .isSameAs(failure);
        assertThat(Notes.ids(database())).isEmpty();
    }

    @Test
    default void a_work_that_throws_takes_nobody_with_it() {
        try (Gate gate = Gate.closed(database())) {
            var before = database().writeAsync(Notes.add(1)).toCompletableFuture();
            var twice = database().writeAsync(Notes.add(1)).toCompletableFuture();
            var after = database().writeAsync(Notes.add(2)).toCompletableFuture();
            gate.open();

            assertThat(before.join()).isEqualTo(1);
            assertThat(twice).failsWithin(10, TimeUnit.SECONDS);
            assertThat(after.join()).isEqualTo(1);
        }
        assertThat(Notes.ids(database())).containsExactly(1L, 2L);
    }

    @Test
    default void a_broken_rule_of_the_schema_reaches_the_caller_as_it_is() {
        assertThatThrownBy(() ->
                        database()
                                .write(transaction ->
                                        transaction
                                                .handle()
                                                .execute("INSERT INTO remark VALUES (7)")))
                .isInstanceOf(JdbiException.class);
    }

    @Test
    default void an_exception_quotes_no_value_of_a_row() {
        Work<Integer> secret =
                transaction ->
                        transaction
                                .handle()
                                .createUpdate("INSERT INTO note (id, text) VALUES (:id, :text)")
                                .bind("id", 1)
                                .bind("text", "hunter2")
                                .execute();
        database().write(secret);

        assertThatThrownBy(() -> database().write(secret)).message().doesNotContain("hunter2");
    }

    @Test
    default void an_action_runs_after_the_commit_and_before_the_caller_goes_on() {
        var seen = new CopyOnWriteArrayList<List<Long>>();

        database()
                .write(transaction -> {
                    transaction.afterCommit(() -> seen.add(Notes.ids(database())));
                    return Notes.add(transaction.handle(), 1);
                });

        assertThat(seen).containsExactly(List.of(1L));
    }

    @Test
    default void actions_run_in_the_order_of_the_commits() {
        var order = new CopyOnWriteArrayList<Integer>();
        var committed = new AtomicLong();
        var numbers = new ConcurrentSkipListSet<Long>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.submit(() ->
                        database()
                                .write(transaction -> {
                                    int number = Notes.ids(transaction.handle()).size();
                                    Notes.add(transaction.handle(), number);
                                    transaction.afterCommit(() -> order.add(number));
                                    numbers.add(committed.incrementAndGet());
                                    return number;
                                }));
            }
        }

        assertThat(order).containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
        assertThat(numbers).hasSize(200);
    }

    @Test
    default void actions_of_a_work_that_throws_never_run() {
        var ran = new CopyOnWriteArrayList<String>();

        assertThatThrownBy(() ->
                database()
                        .write(transaction -> {
                            transaction.afterCommit(() -> ran.add("wrong"));
                            throw new IllegalStateException("no");
                        }));
        database().write(Notes.add(1));

        assertThat(ran).isEmpty();
    }

    @Test
    default void an_action_that_throws_harms_nobody() {
        var ran = new CopyOnWriteArrayList<String>();

        int rows =
                database()
                        .write(transaction -> {
                            transaction.afterCommit(() -> {
                                throw new IllegalStateException("an action failed");
                            });
                            transaction.afterCommit(() -> ran.add("next"));
                            return Notes.add(transaction.handle(), 1);
                        });

        assertThat(rows).isEqualTo(1);
        assertThat(ran).containsExactly("next");
        assertThat(database().write(Notes.add(2))).isEqualTo(1);
    }

    @Test
    default void works_of_one_thread_run_in_the_order_in_which_it_gave_them() {
        var order = new CopyOnWriteArrayList<Long>();
        var stages = new ArrayList<CompletableFuture<Boolean>>();
        for (long i = 0; i < 300; i++) {
            long number = i;
            stages.add(database().writeAsync(_ -> order.add(number)).toCompletableFuture());
        }
        stages.forEach(CompletableFuture::join);

        assertThat(order).containsExactlyElementsOf(LongStream.range(0, 300).boxed().toList());
    }

    @Test
    default void what_hangs_on_a_stage_may_itself_write() {
        int rows =
                database()
                        .writeAsync(Notes.add(1))
                        .thenApply(one -> one + database().write(Notes.add(2)))
                        .toCompletableFuture()
                        .join();

        assertThat(rows).isEqualTo(2);
    }

    @Test
    default void a_work_cannot_wait_for_another() {
        assertThatThrownBy(() -> database().write(_ -> database().write(Notes.add(1))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database().write(Notes.add(2))).isEqualTo(1);
    }

    @Test
    default void a_work_cannot_end_the_transaction_that_it_shares() {
        List<UnaryOperator<Handle>> attempts =
                List.of(Handle::commit, Handle::rollback, Handle::begin);

        for (var attempt : attempts) {
            assertThatThrownBy(() ->
                            database()
                                    .write(transaction -> {
                                        Notes.add(transaction.handle(), 1);
                                        return attempt.apply(transaction.handle());
                                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(Notes.ids(database())).isEmpty();
    }

    @Test
    default void a_work_may_use_savepoints_of_its_own() {
        database()
                .write(transaction -> {
                    Handle handle = transaction.handle();
                    Notes.add(handle, 1);
                    handle.savepoint("my \"own\"");
                    Notes.add(handle, 2);
                    handle.rollbackToSavepoint("my \"own\"");
                    handle.releaseSavepoint("my \"own\"");
                    return handle.inTransaction(nested -> Notes.add(nested, 3));
                });

        assertThat(Notes.ids(database())).containsExactly(1L, 3L);
    }

    @Test
    default void nothing_outlives_its_work() {
        var kept = new ArrayList<Transaction>();
        database().write(kept::add);

        assertThatThrownBy(() -> Notes.add(kept.getFirst().handle(), 1)).isNotNull();
        assertThatThrownBy(() -> kept.getFirst().afterCommit(() -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Notes.ids(database())).isEmpty();
    }

    @Test
    default void a_reader_sees_one_state_while_others_write() {
        List<Integer> counts =
                database()
                        .read(handle -> {
                            int before = Notes.ids(handle).size();
                            database().write(Notes.add(1));
                            return List.of(before, Notes.ids(handle).size());
                        });

        assertThat(counts).containsExactly(0, 0);
        assertThat(Notes.ids(database())).hasSize(1);
    }

    @Test
    default void a_reading_within_a_reading_sees_the_same_state() {
        List<Long> ids =
                database()
                        .read(handle -> {
                            List<Long> before = Notes.ids(handle);
                            database().write(Notes.add(1));
                            assertThat(Notes.ids(database())).isEqualTo(before);
                            return before;
                        });

        assertThat(ids).isEmpty();
    }

    @Test
    default void a_reader_cannot_write() {
        assertThatThrownBy(() -> database().read(handle -> Notes.add(handle, 1)))
                .isInstanceOf(JdbiException.class);
        assertThatThrownBy(() ->
                        database()
                                .read(handle -> {
                                    handle.execute("PRAGMA query_only = OFF");
                                    return Notes.add(handle, 1);
                                }))
                .isInstanceOf(JdbiException.class);
        assertThat(Notes.ids(database())).isEmpty();
    }

    @Test
    default void instants_come_back_to_the_millisecond() {
        Instant at = Instant.parse("2026-11-01T12:00:00.123Z");
        database()
                .write(transaction ->
                        transaction.handle().execute("INSERT INTO note VALUES (1, 'a', ?)", at));
        database().write(Notes.add(2));

        List<Optional<Instant>> times =
                database()
                        .read(handle ->
                                handle.createQuery("SELECT made_at FROM note ORDER BY id")
                                        .map(row ->
                                                Optional.ofNullable(
                                                        row.getColumn("made_at", Instant.class)))
                                        .list());

        assertThat(times).containsExactly(Optional.of(at), Optional.empty());
    }

    @Test
    default void exactly_what_was_acknowledged_is_there_however_many_write_and_fail() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        boolean[] fails = new boolean[500];
        IntStream.range(0, fails.length).forEach(i -> fails[i] = random.nextInt(4) == 0);
        var acknowledged = new ConcurrentSkipListSet<Long>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < fails.length; i++) {
                long id = i;
                threads.submit(() ->
                        acknowledged.add(database().write(addThenFailIf(fails[(int) id], id))));
            }
        }

        assertThat(Notes.ids(database())).containsExactlyElementsOf(acknowledged);
        assertThat(acknowledged).hasSizeBetween(1, fails.length - 1);
    }

    private static Work<Long> addThenFailIf(boolean fails, long id) {
        return transaction -> {
            Notes.add(transaction.handle(), id);
            if (fails) {
                throw new IllegalStateException("as told");
            }
            return id;
        };
    }

    @Test
    default void closing_runs_what_is_queued_and_then_refuses() throws Exception {
        Gate gate = Gate.closed(database());
        var queued = database().writeAsync(Notes.add(1)).toCompletableFuture();
        Thread closing = Thread.startVirtualThread(database()::close);
        Gate.await(this::isRefusing);
        gate.open();
        closing.join();

        assertThat(queued.join()).isEqualTo(1);
        assertThatThrownBy(() -> database().write(Notes.add(2)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> Notes.ids(database()))
                .isInstanceOf(StoreUnavailableException.class);
        database().close();
    }

    private boolean isRefusing() {
        try {
            database().writeAsync(_ -> "still open");
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }
}
