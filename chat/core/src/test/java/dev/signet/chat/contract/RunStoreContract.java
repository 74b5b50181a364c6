package dev.signet.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.id.RunId;
import dev.signet.chat.run.Failure;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.NewRunOutcome;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunMachine;
import dev.signet.chat.run.StopReason;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of runs promises, whatever it is made of. */
public interface RunStoreContract {
    Stores emptyStores();

    /** A run that is stored with its thread and its first event. */
    private static Samples.Started begun(Stores stores, Samples samples) {
        ChatThread thread = samples.thread(Samples.ALICE);
        Samples.Started started = samples.run(Samples.ALICE, thread.id());
        assertThat(stores.runs().begin(samples.withThread(started, thread)))
                .isInstanceOf(NewRunOutcome.Stored.class);
        return started;
    }

    /** Appends what the machine has just said. */
    private static void appended(Stores stores, RunMachine machine, List<RunEvent> events) {
        assertThat(stores.runs().append(machine.run(), events)).isTrue();
    }

    @Test
    default void a_run_begins_with_its_thread_its_question_and_its_first_event() {
        Stores stores = emptyStores();
        Samples samples = new Samples();

        Samples.Started started = begun(stores, samples);

        Run run = started.machine().run();
        assertThat(stores.runs().run(Samples.ALICE, run.id())).contains(run);
        assertThat(stores.runs().runs(Samples.ALICE, run.threadId(), 10)).containsExactly(run);
        assertThat(stores.runs().events(Samples.ALICE, run.id(), 0, 10))
                .containsExactly(started.first());
        assertThat(stores.threads().messages(Samples.ALICE, run.threadId(), 10))
                .extracting(Message::text)
                .containsExactly("What is new?");
    }

    @Test
    default void every_kind_of_event_comes_back_as_it_was_appended() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        RunMachine machine = begun(stores, samples).machine();
        RunId id = machine.run().id();
        List<RunEvent> events = new ArrayList<>();
        events.add(machine.think("“quoted” \\ and\nbroken 👋 \u0000"));
        events.add(machine.beginTool("call_1", "list_sessions", Map.of("text", "ä", "flag", true)));
        events.add(
                machine.endTool(
                        true,
                        Map.of(
                                "n",
                                3,
                                "big",
                                1L << 40,
                                "half",
                                0.5,
                                "l",
                                List.of(Map.of("a", "b")))));
        events.add(machine.answer("One "));
        events.add(machine.complete());

        assertThat(stores.runs().append(machine.run(), events, samples.answer(machine))).isTrue();

        List<RunEvent> stored = stores.runs().events(Samples.ALICE, id, 1, 10);
        assertThat(stored)
                .extracting(event -> event.envelope().toString())
                .containsExactlyElementsOf(
                        events.stream().map(event -> event.envelope().toString()).toList());
        assertThat(stores.runs().run(Samples.ALICE, id)).contains(machine.run());
    }

    @Test
    default void failed_and_stopped_runs_come_back_with_their_end() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        RunMachine failed = begun(stores, samples).machine();
        RunMachine stopped = begun(stores, samples).machine();

        appended(stores, failed, List.of(failed.think("Hm.")));
        List<RunEvent> failure = failed.fail(Failure.interrupted(), "sup_1");
        assertThat(stores.runs().append(failed.run(), failure)).isTrue();
        List<RunEvent> stop = stopped.stop(StopReason.USER);
        assertThat(stores.runs().append(stopped.run(), stop)).isTrue();

        assertThat(stores.runs().run(Samples.ALICE, stopped.run().id())).contains(stopped.run());
        assertThat(stores.runs().events(Samples.ALICE, stopped.run().id(), 1, 10)).isEqualTo(stop);
    }

    @Test
    default void events_are_read_in_pages_after_a_number() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        RunMachine machine = begun(stores, samples).machine();
        for (int i = 0; i < 5; i++) {
            RunEvent event = machine.think("thought " + i);
            stores.runs().append(machine.run(), List.of(event));
        }

        assertThat(stores.runs().events(Samples.ALICE, machine.run().id(), 2, 3))
                .extracting(RunEvent::seq)
                .containsExactly(3L, 4L, 5L);
        assertThat(stores.runs().events(Samples.ALICE, machine.run().id(), 6, 3)).isEmpty();
    }

    @Test
    default void nobody_but_its_owner_sees_or_continues_a_run() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        RunMachine machine = begun(stores, samples).machine();
        Run run = machine.run();
        RunEvent next = machine.think("mine");
        Run stolen =
                new Run(
                        run.id(),
                        run.threadId(),
                        Samples.MALLORY,
                        run.agent(),
                        run.state(),
                        2,
                        run.createdAt(),
                        run.endedAt());

        assertThat(stores.runs().run(Samples.MALLORY, run.id())).isEmpty();
        assertThat(stores.runs().runs(Samples.MALLORY, run.threadId(), 10)).isEmpty();
        assertThat(stores.runs().events(Samples.MALLORY, run.id(), 0, 10)).isEmpty();
        assertThat(stores.runs().append(stolen, List.of(next))).isFalse();
        assertThat(stores.runs().events(Samples.ALICE, run.id(), 0, 10)).hasSize(1);
    }

    @Test
    default void nobody_begins_a_run_in_somebody_elses_thread() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        Run alices = begun(stores, samples).machine().run();
        Samples.Started mallorys = samples.run(Samples.MALLORY, alices.threadId());

        assertThat(stores.runs().begin(samples.inThread(mallorys)))
                .isInstanceOf(NewRunOutcome.NoSuchThread.class);

        assertThat(stores.runs().run(Samples.MALLORY, mallorys.machine().run().id())).isEmpty();
        assertThat(stores.threads().messages(Samples.ALICE, alices.threadId(), 10)).hasSize(1);
    }

    @Test
    default void events_that_do_not_follow_are_refused_and_leave_nothing() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        RunMachine machine = begun(stores, samples).machine();
        RunEvent second = machine.think("second");
        Run afterSecond = machine.run();
        RunEvent third = machine.answer("third");

        assertThat(stores.runs().append(machine.run(), List.of(third))).isFalse();
        assertThat(stores.runs().append(afterSecond, List.of(second))).isTrue();
        assertThat(stores.runs().append(afterSecond, List.of(second))).isFalse();
        RunEvent end = machine.complete();
        assertThat(stores.runs().append(machine.run(), List.of(end), samples.answer(machine)))
                .isFalse();

        assertThat(stores.runs().run(Samples.ALICE, machine.run().id())).contains(afterSecond);
        assertThat(stores.runs().events(Samples.ALICE, machine.run().id(), 0, 10)).hasSize(2);
        assertThat(stores.threads().messages(Samples.ALICE, afterSecond.threadId(), 10)).hasSize(1);
    }

    @Test
    default void nothing_follows_the_end_of_a_run() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        RunMachine machine = begun(stores, samples).machine();
        RunMachine twin =
                RunMachine.restore(
                        machine.run(),
                        stores.runs().events(Samples.ALICE, machine.run().id(), 0, 10),
                        samples.clock(),
                        samples.ids()::event);
        appended(stores, machine, machine.stop(StopReason.USER));
        List<RunEvent> late = new ArrayList<>(List.of(twin.think("late")));
        late.addAll(twin.stop(StopReason.SHUTDOWN));

        assertThat(stores.runs().append(twin.run(), late.subList(1, 2))).isFalse();
        assertThat(stores.runs().append(twin.run(), late)).isFalse();
    }

    @Test
    default void of_two_who_end_a_run_at_the_same_time_one_succeeds() throws Exception {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        Samples.Started started = begun(stores, samples);
        Run run = started.machine().run();
        Callable<Boolean> ending =
                () -> {
                    RunMachine twin =
                            RunMachine.restore(
                                    run,
                                    List.of(started.first()),
                                    samples.clock(),
                                    samples.ids()::event);
                    List<RunEvent> events = twin.stop(StopReason.USER);
                    return stores.runs().append(twin.run(), events);
                };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(16, ending)))
                    .filteredOn(Future::resultNow)
                    .hasSize(1);
        }
        assertThat(stores.runs().events(Samples.ALICE, run.id(), 0, 10)).hasSize(2);
    }

    @Test
    default void a_key_begins_one_run_per_owner_however_many_try() throws Exception {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        ChatThread thread = samples.thread(Samples.ALICE);
        stores.threads().add(thread, 10);
        IdempotencyKey key = new IdempotencyKey("once");
        Callable<NewRunOutcome> attempt =
                () ->
                        stores.runs()
                                .begin(
                                        samples.inThread(
                                                samples.run(Samples.ALICE, thread.id()), key));

        List<NewRunOutcome> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes =
                    threads.invokeAll(Collections.nCopies(16, attempt)).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        Run run = stores.runs().run(Samples.ALICE, key).orElseThrow();
        assertThat(outcomes).filteredOn(NewRunOutcome.Stored.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(NewRunOutcome.Repeated.class::isInstance)
                .hasSize(15)
                .allMatch(before -> ((NewRunOutcome.Repeated) before).run().id().equals(run.id()));
        assertThat(stores.threads().messages(Samples.ALICE, thread.id(), 10)).hasSize(1);
        assertThat(stores.runs().run(Samples.MALLORY, key)).isEmpty();
    }

    @Test
    default void bounds_refuse_without_leaving_anything() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        Run first = begun(stores, samples).machine().run();
        Samples.Started second = samples.run(Samples.ALICE, first.threadId());
        ChatThread further = samples.thread(Samples.ALICE);
        Samples.Started third = samples.run(Samples.ALICE, further.id());
        NewRun.Bounds tight = new NewRun.Bounds(1, 1);

        assertThat(stores.runs().begin(samples.inThread(second, tight)))
                .isInstanceOf(NewRunOutcome.ThreadFull.class);
        assertThat(stores.runs().begin(samples.withThread(third, further, tight)))
                .isInstanceOf(NewRunOutcome.TooManyThreads.class);

        assertThat(stores.threads().threads(Samples.ALICE)).hasSize(1);
        assertThat(stores.runs().runs(Samples.ALICE, first.threadId(), 10)).hasSize(1);
        assertThat(stores.threads().messages(Samples.ALICE, first.threadId(), 10)).hasSize(1);
    }

    @Test
    default void unfinished_runs_of_all_owners_come_oldest_first() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        RunMachine ended = begun(stores, samples).machine();
        appended(stores, ended, ended.stop(StopReason.USER));
        samples.clock().advance(Duration.ofSeconds(1));
        Run older = begun(stores, samples).machine().run();
        samples.clock().advance(Duration.ofSeconds(1));
        ChatThread mallorys = samples.thread(Samples.MALLORY);
        Samples.Started newer = samples.run(Samples.MALLORY, mallorys.id());
        stores.runs().begin(samples.withThread(newer, mallorys));

        assertThat(stores.runs().unfinished(10)).containsExactly(older, newer.machine().run());
        assertThat(stores.runs().unfinished(1)).containsExactly(older);
    }

    @Test
    default void the_newest_runs_of_a_thread_come_oldest_first_even_of_the_same_moment() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        ChatThread thread = samples.thread(Samples.ALICE);
        stores.threads().add(thread, 10);
        List<Run> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Samples.Started started = samples.run(Samples.ALICE, thread.id());
            stores.runs().begin(samples.inThread(started));
            all.add(started.machine().run());
        }

        assertThat(stores.runs().runs(Samples.ALICE, thread.id(), 3)).isEqualTo(all.subList(1, 4));
    }
}
