package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.id.Ids;
import dev.signet.chat.id.MessageId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.run.Failure;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.NewRunOutcome;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunMachine;
import dev.signet.chat.run.RunState;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.run.StopReason;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.chat.thread.Title;
import dev.signet.testkit.MovableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of threads and runs promises, whatever it is made of. */
interface StoresContract {
    UserId ADA = new UserId("usr_ada");
    UserId BOB = new UserId("usr_bob");
    Ids IDS = new Ids(new SecureRandom());
    MovableClock CLOCK = MovableClock.start();
    NewRun.Bounds ROOMY = new NewRun.Bounds(100, 100);

    ThreadStore threads();

    RunStore runs();

    private ChatThread newThread(UserId owner) {
        return ChatThread.begin(IDS.thread(), owner, new Title("a title"), CLOCK.instant());
    }

    private ChatThread addedThread(UserId owner) {
        ChatThread thread = newThread(owner);
        assertThat(threads().add(thread, 100)).isTrue();
        return thread;
    }

    /** A run that has been started and not stored. */
    record Started(RunMachine machine, RunEvent first) {
        static Started in(UserId owner, ThreadId thread) {
            RunMachine.Start start = new RunMachine.Start(IDS.run(), thread, owner, "assistant");
            RunMachine machine = RunMachine.begin(start, CLOCK, IDS::event);
            return new Started(machine, machine.start("do it"));
        }

        Run run() {
            return machine.run();
        }

        NewRun beginning(Optional<ChatThread> thread, Optional<String> key) {
            return beginning(thread, key, ROOMY);
        }

        NewRun beginning(Optional<ChatThread> thread, Optional<String> key, NewRun.Bounds bounds) {
            Message question = message(run(), Message.Role.USER, "do it");
            return new NewRun(run(), question, first, thread, key.map(IdempotencyKey::new), bounds);
        }
    }

    private static Message message(Run run, Message.Role role, String text) {
        MessageId id = IDS.message();
        return new Message(
                id,
                run.threadId(),
                run.owner(),
                role,
                text,
                Optional.of(run.id()),
                CLOCK.instant());
    }

    private Started begun(UserId owner, ThreadId thread) {
        Started started = Started.in(owner, thread);
        assertThat(runs().begin(started.beginning(Optional.empty(), Optional.empty())))
                .isEqualTo(new NewRunOutcome.Stored());
        return started;
    }

    @Test
    default void a_thread_is_found_by_its_owner_and_by_nobody_else() {
        ChatThread thread = addedThread(ADA);

        assertThat(threads().thread(ADA, thread.id())).contains(thread);
        assertThat(threads().threads(ADA)).containsExactly(thread);
        assertThat(threads().thread(BOB, thread.id())).isEmpty();
        assertThat(threads().threads(BOB)).isEmpty();
    }

    @Test
    default void threads_come_with_the_most_recently_used_first() {
        ChatThread older = addedThread(ADA);
        CLOCK.advance(Duration.ofSeconds(1));
        ChatThread newer = addedThread(ADA);
        CLOCK.advance(Duration.ofSeconds(1));
        begun(ADA, older.id());

        assertThat(threads().threads(ADA))
                .extracting(ChatThread::id)
                .containsExactly(older.id(), newer.id());
        assertThat(threads().thread(ADA, older.id()).orElseThrow().updatedAt())
                .isEqualTo(CLOCK.instant());
    }

    @Test
    default void the_threads_of_others_do_not_count() {
        assertThat(threads().add(newThread(ADA), 1)).isTrue();
        assertThat(threads().add(newThread(ADA), 1)).isFalse();
        assertThat(threads().add(newThread(BOB), 1)).isTrue();
        assertThat(threads().threads(ADA)).hasSize(1);
    }

    @Test
    default void an_owner_has_no_more_threads_than_allowed_however_many_try() throws Exception {
        Callable<Boolean> attempt = () -> threads().add(newThread(ADA), 3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> attempts = threads.invokeAll(Collections.nCopies(16, attempt));
            assertThat(attempts).filteredOn(Future::resultNow).hasSize(3);
        }
        assertThat(threads().threads(ADA)).hasSize(3);
    }

    @Test
    default void only_the_owner_removes_a_thread_and_all_in_it_goes_along() {
        ChatThread thread = addedThread(ADA);
        Run run = begun(ADA, thread.id()).run();

        assertThat(threads().remove(BOB, thread.id())).isFalse();
        assertThat(threads().messages(ADA, thread.id(), 10)).hasSize(1);
        assertThat(threads().remove(ADA, thread.id())).isTrue();
        assertThat(threads().remove(ADA, thread.id())).isFalse();
        assertThat(threads().messages(ADA, thread.id(), 10)).isEmpty();
        assertThat(runs().run(ADA, run.id())).isEmpty();
        assertThat(runs().events(ADA, run.id(), 0, 10)).isEmpty();
        assertThat(runs().unfinished(10)).isEmpty();
    }

    @Test
    default void a_beginning_is_stored_as_a_whole() {
        ChatThread thread = newThread(ADA);
        Started started = Started.in(ADA, thread.id());
        NewRun beginning = started.beginning(Optional.of(thread), Optional.of("k"));

        assertThat(runs().begin(beginning)).isEqualTo(new NewRunOutcome.Stored());

        assertThat(threads().threads(ADA)).containsExactly(thread);
        assertThat(threads().messages(ADA, thread.id(), 10)).containsExactly(beginning.question());
        assertThat(runs().run(ADA, started.run().id())).contains(started.run());
        assertThat(runs().run(ADA, new IdempotencyKey("k"))).contains(started.run());
        assertThat(runs().runs(ADA, thread.id(), 10)).containsExactly(started.run());
        assertThat(runs().events(ADA, started.run().id(), 0, 10)).containsExactly(started.first());
    }

    @Test
    default void a_key_begins_one_run_however_many_try_at_the_same_time() throws Exception {
        ChatThread thread = addedThread(ADA);
        Callable<NewRunOutcome> attempt =
                () ->
                        runs().begin(
                                        Started.in(ADA, thread.id())
                                                .beginning(Optional.empty(), Optional.of("k")));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<NewRunOutcome> outcomes =
                    threads.invokeAll(Collections.nCopies(16, attempt)).stream()
                            .map(Future::resultNow)
                            .toList();

            assertThat(outcomes).filteredOn(NewRunOutcome.Stored.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(NewRunOutcome.Repeated.class::isInstance).hasSize(15);
        }
        assertThat(runs().runs(ADA, thread.id(), 100)).hasSize(1);
        assertThat(threads().messages(ADA, thread.id(), 100)).hasSize(1);
    }

    @Test
    default void the_key_of_another_user_is_another_key() {
        begunWithKey(ADA);
        assertThat(runs().run(BOB, new IdempotencyKey("k"))).isEmpty();
        begunWithKey(BOB);
    }

    private void begunWithKey(UserId owner) {
        Started started = Started.in(owner, addedThread(owner).id());
        assertThat(runs().begin(started.beginning(Optional.empty(), Optional.of("k"))))
                .isEqualTo(new NewRunOutcome.Stored());
    }

    @Test
    default void nothing_begins_in_a_thread_that_is_not_the_owners() {
        ChatThread adas = addedThread(ADA);
        NewRun foreign = Started.in(BOB, adas.id()).beginning(Optional.empty(), Optional.empty());
        NewRun nowhere =
                Started.in(BOB, IDS.thread()).beginning(Optional.empty(), Optional.empty());

        assertThat(runs().begin(foreign)).isEqualTo(new NewRunOutcome.NoSuchThread());
        assertThat(runs().begin(nowhere)).isEqualTo(new NewRunOutcome.NoSuchThread());
        assertThat(threads().messages(ADA, adas.id(), 10)).isEmpty();
    }

    @Test
    default void what_exceeds_the_bounds_leaves_nothing_behind() {
        ChatThread thread = addedThread(ADA);
        begun(ADA, thread.id());
        ChatThread second = newThread(ADA);
        NewRun.Bounds tight = new NewRun.Bounds(1, 1);

        assertThat(
                        runs().begin(
                                        Started.in(ADA, second.id())
                                                .beginning(
                                                        Optional.of(second),
                                                        Optional.empty(),
                                                        tight)))
                .isEqualTo(new NewRunOutcome.TooManyThreads());
        assertThat(
                        runs().begin(
                                        Started.in(ADA, thread.id())
                                                .beginning(
                                                        Optional.empty(), Optional.empty(), tight)))
                .isEqualTo(new NewRunOutcome.ThreadFull());
        assertThat(threads().threads(ADA)).hasSize(1);
        assertThat(threads().messages(ADA, thread.id(), 10)).hasSize(1);
    }

    @Test
    default void events_are_read_as_they_were_written_and_only_by_the_owner() {
        ChatThread thread = addedThread(ADA);
        Started started = begun(ADA, thread.id());
        RunMachine machine = started.machine();
        List<RunEvent> written = new ArrayList<>(List.of(started.first()));
        append(written, machine, machine.think("ünïcödé 😀 \u0000"));
        append(written, machine, machine.beginTool("call_1", "echo", Map.of("n", 5, "b", true)));
        append(
                written,
                machine,
                machine.endTool(true, Map.of("list", List.of("a", Map.of("d", 1.5)))));
        append(written, machine, machine.answer("all of it"));
        RunEvent end = machine.complete();
        Message answer = message(machine.run(), Message.Role.ASSISTANT, machine.answer());
        assertThat(runs().append(machine.run(), List.of(end), answer)).isTrue();
        written.add(end);

        assertThat(runs().events(ADA, machine.run().id(), 0, 100)).isEqualTo(written);
        assertThat(runs().events(ADA, machine.run().id(), 2, 2)).isEqualTo(written.subList(2, 4));
        assertThat(runs().events(BOB, machine.run().id(), 0, 100)).isEmpty();
        assertThat(runs().run(ADA, machine.run().id())).contains(machine.run());
        assertThat(runs().run(BOB, machine.run().id())).isEmpty();
        assertThat(runs().runs(BOB, thread.id(), 10)).isEmpty();
        assertThat(threads().messages(ADA, thread.id(), 1)).containsExactly(answer);
        assertThat(threads().messages(BOB, thread.id(), 10)).isEmpty();
    }

    private void append(List<RunEvent> written, RunMachine machine, RunEvent event) {
        assertThat(runs().append(machine.run(), List.of(event))).isTrue();
        written.add(event);
    }

    @Test
    default void events_that_do_not_follow_are_not_stored() {
        Started started = begun(ADA, addedThread(ADA).id());
        RunMachine machine = started.machine();
        RunEvent second = machine.think("2");
        Run afterSecond = machine.run();
        RunEvent third = machine.think("3");

        assertThat(runs().append(machine.run(), List.of(third))).as("a gap").isFalse();
        assertThat(runs().append(afterSecond, List.of(second))).isTrue();
        assertThat(runs().append(afterSecond, List.of(second))).as("twice").isFalse();
        assertThat(runs().events(ADA, afterSecond.id(), 0, 10)).hasSize(2);
        assertThat(runs().run(ADA, afterSecond.id())).contains(afterSecond);
    }

    @Test
    default void a_run_that_has_ended_takes_nothing_more() {
        Started started = begun(ADA, addedThread(ADA).id());
        RunMachine one = started.machine();
        RunMachine other =
                RunMachine.restore(started.run(), List.of(started.first()), CLOCK, IDS::event);
        List<RunEvent> stop = one.stop(StopReason.USER);
        List<RunEvent> failure = other.fail(Failure.interrupted(), "sup_1");

        assertThat(runs().append(one.run(), stop)).isTrue();
        assertThat(runs().append(other.run(), failure)).isFalse();
        assertThat(runs().run(ADA, one.run().id()).orElseThrow().state())
                .isEqualTo(RunState.STOPPED);
    }

    @Test
    default void of_many_who_end_a_run_at_the_same_time_one_succeeds() throws Exception {
        Started started = begun(ADA, addedThread(ADA).id());
        Callable<Boolean> end =
                () -> {
                    RunMachine machine =
                            RunMachine.restore(
                                    started.run(), List.of(started.first()), CLOCK, IDS::event);
                    List<RunEvent> events = machine.stop(StopReason.USER);
                    return runs().append(machine.run(), events);
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> ends = threads.invokeAll(Collections.nCopies(16, end));
            assertThat(ends).filteredOn(Future::resultNow).hasSize(1);
        }
        assertThat(runs().events(ADA, started.run().id(), 0, 10)).hasSize(2);
    }

    @Test
    default void unfinished_are_the_runs_of_all_that_have_no_end() {
        Started adas = begun(ADA, addedThread(ADA).id());
        Started bobs = begun(BOB, addedThread(BOB).id());
        Started ended = begun(BOB, addedThread(BOB).id());
        List<RunEvent> stop = ended.machine().stop(StopReason.USER);
        runs().append(ended.run(), stop);

        assertThat(runs().unfinished(10)).containsExactlyInAnyOrder(adas.run(), bobs.run());
        assertThat(runs().unfinished(1)).hasSize(1);
    }
}
