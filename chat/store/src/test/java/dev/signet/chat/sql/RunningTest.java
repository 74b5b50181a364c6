package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.chat.agent.AgentFailedException;
import dev.signet.chat.id.Ids;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.Failure;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunState;
import dev.signet.chat.thread.Message;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.StartOutcome;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunningTest {
    private final UserContext ada = Users.user("usr_ada");
    private final UserContext bob = Users.user("usr_bob");
    private final RecordingSink sink = RecordingSink.open();

    @TempDir Path folder;

    private static Payload last(List<RunEvent> events) {
        return events.getLast().payload();
    }

    @Test
    void a_run_is_answered_and_remembered() throws Exception {
        try (Backend backend =
                new Backend(
                        folder,
                        run -> {
                            run.think("I look.");
                            run.use("echo", Map.of());
                            run.answer("It is ");
                            run.answer("done.");
                        })) {
            backend.connect(ada, sink);
            Run run = backend.start(ada, "please do it");
            List<RunEvent> events = sink.untilEndOf(run.id());

            Order.require(events, "");
            assertThat(sink.log())
                    .containsExactly(
                            "agent_started",
                            "agent_thinking",
                            "tool_executing",
                            "tool_completed",
                            "answer_delta",
                            "answer_delta",
                            "agent_completed");
            assertThat(backend.of(ada).events(run.id(), 0)).contains(events);
            assertThat(backend.of(ada).run(run.id()).orElseThrow().state())
                    .isEqualTo(RunState.COMPLETED);
            assertThat(backend.of(ada).messages(run.threadId()).orElseThrow())
                    .extracting(Message::text)
                    .containsExactly("please do it", "It is done.");
            assertThat(backend.of(ada).thread(run.threadId()).orElseThrow().title().value())
                    .isEqualTo("please do it");
        }
    }

    @Test
    void the_owner_is_told_of_the_run_before_its_first_event() throws Exception {
        try (Backend backend = new Backend(folder, run -> run.answer("ok"))) {
            var connection = backend.connect(ada, sink);
            StartOutcome start =
                    backend.of(ada).start(Backend.asking("hi"), run -> connection.note("accepted"));
            sink.untilEndOf(((StartOutcome.Started) start).run().id());

            assertThat(sink.log()).startsWith("accepted", "agent_started");
        }
    }

    @Test
    void a_stop_in_the_middle_of_a_tool_ends_tool_and_run_at_once() throws Exception {
        try (Backend backend = new Backend(folder, run -> run.use("slow", Map.of()))) {
            backend.connect(ada, sink);
            Run run = backend.start(ada, "wait");
            sink.untilEvents(2);

            assertThat(backend.of(ada).stop(run.id()).orElseThrow().state())
                    .isEqualTo(RunState.STOPPED);
            List<RunEvent> events = sink.untilEndOf(run.id());
            Order.require(events, "");
            assertThat(last(events)).isEqualTo(new Payload.AgentStopped("user"));
            assertThat(backend.of(ada).stop(run.id()).orElseThrow().lastSeq()).isEqualTo(4);
        }
    }

    @Test
    void a_revoked_login_stops_its_runs_and_closes_its_connections_and_no_others()
            throws Exception {
        RecordingSink bobs = RecordingSink.open();
        try (Backend backend = new Backend(folder, run -> run.use("slow", Map.of()))) {
            backend.connect(ada, sink);
            backend.connect(bob, bobs);
            Run adas = backend.start(ada, "wait");
            Run other = backend.start(bob, "wait");
            sink.untilEvents(2);
            bobs.untilEvents(2);

            assertThat(
                            backend.chat.revoke(
                                    new RevocationEvent.SessionRevoked(
                                            ada.sessionId(), Instant.MAX)))
                    .hasSize(1);

            assertThat(sink.untilClosed())
                    .isEqualTo(new CloseReason.AuthenticationLost(Reason.REVOKED_SESSION));
            List<RunEvent> stored = backend.of(ada).events(adas.id(), 0).orElseThrow();
            Order.require(stored, "");
            assertThat(last(stored)).isEqualTo(new Payload.AgentStopped("revoked_session"));
            assertThat(backend.of(bob).run(other.id()).orElseThrow().state())
                    .isEqualTo(RunState.RUNNING);
            assertThat(backend.chat.openConnections()).isEqualTo(1);
            backend.of(bob).stop(other.id());
        }
    }

    @Test
    void a_run_stops_at_its_next_step_when_its_token_is_no_longer_good() throws Exception {
        CountDownLatch revoked = new CountDownLatch(1);
        try (Backend backend =
                new Backend(
                        folder,
                        run -> {
                            run.think("first");
                            revoked.await();
                            run.think("never seen");
                        })) {
            backend.connect(ada, sink);
            Run run = backend.start(ada, "wait");
            sink.untilEvents(2);
            backend.judge(ada, new Verdict.Invalid(Reason.EXPIRED));
            revoked.countDown();

            assertThat(sink.untilEndOf(run.id())).hasSize(3);
            assertThat(last(sink.events())).isEqualTo(new Payload.AgentStopped("expired"));
        }
    }

    @Test
    void a_run_goes_on_for_the_declared_time_when_nobody_can_say() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        try (Backend backend =
                new Backend(
                        folder,
                        run -> {
                            run.think("still fine");
                            late.await();
                            run.think("never seen");
                        })) {
            backend.judge(ada, new Verdict.Unavailable(Verdict.Cause.FEED_STALE));
            backend.connect(ada, sink);
            Run run = backend.start(ada, "wait");
            sink.untilEvents(2);
            backend.clock.advance(Duration.ofSeconds(31));
            late.countDown();

            assertThat(last(sink.untilEndOf(run.id())))
                    .isEqualTo(new Payload.AgentStopped("authority_unavailable"));
        }
    }

    @Test
    void a_renewed_login_carries_its_runs_on() throws Exception {
        CountDownLatch renewed = new CountDownLatch(1);
        UserContext newer = Users.user("usr_ada", ada.sessionId(), Users.EXPIRES.plusSeconds(900));
        try (Backend backend =
                new Backend(
                        folder,
                        run -> {
                            run.think("first");
                            renewed.await();
                            run.answer("until " + run.context().expiresAt());
                        })) {
            backend.connect(ada, sink);
            Run run = backend.start(ada, "wait");
            sink.untilEvents(2);
            backend.judge(ada, new Verdict.Invalid(Reason.EXPIRED));
            backend.of(newer).renewRuns();
            renewed.countDown();

            assertThat(last(sink.untilEndOf(run.id())).fields())
                    .containsEntry("answer", "until " + newer.expiresAt());
        }
    }

    @Test
    void an_agent_that_breaks_fails_its_run_without_internals() throws Exception {
        try (Backend backend =
                new Backend(
                        folder,
                        run -> {
                            if (run.task().text().equals("tell")) {
                                throw new AgentFailedException(
                                        new Failure("model_timeout", "Too slow."), "sk-123");
                            }
                            throw new IllegalStateException("internal detail");
                        })) {
            backend.connect(ada, sink);

            assertThat(last(sink.untilEndOf(backend.start(ada, "break").id())))
                    .isInstanceOfSatisfying(
                            Payload.AgentFailed.class,
                            failed -> {
                                assertThat(failed.code()).isEqualTo("internal");
                                assertThat(failed.detail()).doesNotContain("internal detail");
                                assertThat(failed.supportCode()).startsWith("sup_");
                            });
            assertThat(last(sink.untilEndOf(backend.start(ada, "tell").id())).fields())
                    .containsEntry("code", "model_timeout")
                    .doesNotContainValue("sk-123");
        }
    }

    @Test
    void the_same_key_of_the_same_user_is_the_same_run_however_many_ask_at_once() throws Exception {
        try (Backend backend = new Backend(folder, run -> run.answer("ok"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<StartOutcome> ask = () -> backend.of(ada).start(Backend.asking("hi", "key-1"));
            List<StartOutcome> starts =
                    threads.invokeAll(Collections.nCopies(8, ask)).stream()
                            .map(Future::resultNow)
                            .toList();

            assertThat(starts).filteredOn(StartOutcome.Started.class::isInstance).hasSize(1);
            assertThat(starts.stream().map(RunningTest::runOf).map(Run::id).distinct()).hasSize(1);
            assertThat(backend.of(ada).threads()).hasSize(1);
            assertThat(backend.of(bob).start(Backend.asking("hi", "key-1")))
                    .isInstanceOf(StartOutcome.Started.class);
        }
    }

    private static Run runOf(StartOutcome start) {
        return switch (start) {
            case StartOutcome.Started(var run) -> run;
            case StartOutcome.Repeated(var run) -> run;
            case StartOutcome.NoSuchThread _, StartOutcome.Refused _ ->
                    throw new AssertionError("refused: " + start);
        };
    }

    @Test
    void what_is_somebody_elses_is_as_absent_as_what_never_was() throws Exception {
        Ids ids = new Ids(new SecureRandom());
        try (Backend backend = new Backend(folder, run -> run.use("slow", Map.of()))) {
            backend.connect(ada, sink);
            Run run = backend.start(ada, "mine");
            sink.untilEvents(2);
            var bobs = backend.of(bob);

            assertThat(bobs.thread(run.threadId())).isEqualTo(bobs.thread(ids.thread())).isEmpty();
            assertThat(bobs.messages(run.threadId())).isEmpty();
            assertThat(bobs.runs(run.threadId())).isEmpty();
            assertThat(bobs.run(run.id())).isEqualTo(bobs.run(ids.run())).isEmpty();
            assertThat(bobs.events(run.id(), 0)).isEmpty();
            assertThat(bobs.stop(run.id())).isEmpty();
            assertThat(bobs.removeThread(run.threadId())).isFalse();
            assertThat(bobs.start(Backend.asking("hi", run.threadId())))
                    .isEqualTo(bobs.start(Backend.asking("hi", ids.thread())))
                    .isEqualTo(new StartOutcome.NoSuchThread());
            assertThat(bobs.follow(run.id(), 0, RecordingSink.open()))
                    .isEqualTo(bobs.follow(ids.run(), 0, RecordingSink.open()));
            assertThat(backend.connect(bob, RecordingSink.open()).resume(run.id(), 0)).isFalse();
            assertThat(backend.of(ada).run(run.id()).orElseThrow().state())
                    .isEqualTo(RunState.RUNNING);
            backend.of(ada).stop(run.id());
        }
    }

    @Test
    void removing_a_thread_stops_its_runs_first() throws Exception {
        try (Backend backend = new Backend(folder, run -> run.use("slow", Map.of()))) {
            backend.connect(ada, sink);
            Run run = backend.start(ada, "wait");
            sink.untilEvents(2);

            assertThat(backend.of(ada).removeThread(run.threadId())).isTrue();

            assertThat(last(sink.untilEndOf(run.id()))).isEqualTo(new Payload.AgentStopped("user"));
            assertThat(backend.of(ada).run(run.id())).isEmpty();
        }
    }

    @Test
    void a_shutdown_stops_what_is_still_at_work_and_admits_nothing_new() throws Exception {
        try (Backend backend =
                new Backend(
                        folder,
                        Limits.running(8, 8, 100, Duration.ofMinutes(1), Duration.ofMillis(50)),
                        run -> run.use("slow", Map.of()))) {
            backend.connect(ada, sink);
            Run run = backend.start(ada, "wait");
            sink.untilEvents(2);

            backend.chat.shutDown();

            assertThat(last(sink.untilEndOf(run.id())))
                    .isEqualTo(new Payload.AgentStopped("shutdown"));
            assertThat(sink.untilClosed()).isEqualTo(new CloseReason.ShuttingDown());
            assertThat(backend.of(ada).start(Backend.asking("more")))
                    .isEqualTo(new StartOutcome.Refused(StartOutcome.Cause.SHUTTING_DOWN));
        }
    }

    @Test
    void runs_that_a_crash_left_open_are_ended_without_a_gap() throws Exception {
        Run run;
        try (Backend backend =
                new Backend(
                        folder,
                        r -> {
                            r.answer("half ");
                            r.use("slow", Map.of());
                        })) {
            backend.connect(ada, sink);
            run = backend.start(ada, "wait");
            sink.untilEvents(3);
            assertThat(backend.chat.recover()).as("a run at work is left alone").isZero();
        }
        try (Backend restarted = new Backend(folder, r -> r.answer("ok"))) {
            assertThat(restarted.chat.recover()).isEqualTo(1);

            List<RunEvent> events = restarted.of(ada).events(run.id(), 0).orElseThrow();
            Order.require(events, "");
            assertThat(last(events).fields()).containsEntry("code", "interrupted");
            assertThat(restarted.chat.recover()).isZero();
        }
    }

    @Test
    void a_run_whose_events_cannot_be_stored_is_not_delivered_further() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        Backend backend =
                new Backend(
                        folder,
                        run -> {
                            run.think("stored");
                            closed.await();
                            assertThatThrownBy(() -> run.think("lost"))
                                    .isInstanceOf(RuntimeException.class);
                            tried.countDown();
                        });
        backend.connect(ada, sink);
        backend.start(ada, "wait");
        sink.untilEvents(2);
        backend.close();
        closed.countDown();
        tried.await();

        assertThat(sink.log()).containsExactly("agent_started", "agent_thinking");
    }
}
