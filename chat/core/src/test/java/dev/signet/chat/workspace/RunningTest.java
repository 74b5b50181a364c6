package dev.signet.chat.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.contract.Backend;
import dev.signet.chat.contract.Gate;
import dev.signet.chat.contract.Login;
import dev.signet.chat.contract.RecordingSink;
import dev.signet.chat.contract.TightLimits;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunState;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.Title;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a question to the last event, and what is refused on the way. */
class RunningTest {
    private static final Login ALICE = Login.of("alice");
    private static final Login MALLORY = Login.of("mallory");

    @Test
    void a_question_about_sessions_shows_the_five_events_and_leaves_an_answer() throws Exception {
        Backend backend = Backend.inMemory();
        RecordingSink sink = backend.connect(ALICE);

        Run run = backend.ask(ALICE, "Who am I?");

        List<RunEvent> events = sink.awaitEnd(run.id());
        assertThat(events)
                .extracting(event -> event.type().wire())
                .startsWith(
                        "agent_started",
                        "agent_thinking",
                        "tool_executing",
                        "tool_completed",
                        "answer_delta")
                .endsWith("agent_completed");
        assertThat(backend.of(ALICE).events(run.id(), 0)).contains(events);
        assertThat(backend.of(ALICE).run(run.id()).orElseThrow().state())
                .isEqualTo(RunState.COMPLETED);
        assertThat(backend.of(ALICE).messages(run.threadId()).orElseThrow())
                .extracting(Message::text)
                .containsExactly("Who am I?", answer(events));
        assertThat(answer(events)).contains("usr_alice@example.test");
    }

    private static String answer(List<RunEvent> events) {
        return ((Payload.AgentCompleted) events.getLast().payload()).answer();
    }

    @Test
    void who_asked_learns_of_the_run_before_its_first_event() throws Exception {
        Backend backend = Backend.inMemory();
        RecordingSink sink = new RecordingSink();
        var connection = Backend.connection(backend.of(ALICE).connect(sink));

        Run run =
                Backend.started(
                        backend.of(ALICE)
                                .start(question("Hello"), r -> connection.note("accepted")));

        sink.awaitEnd(run.id());
        assertThat(sink.all()).startsWith("accepted", "agent_started");
    }

    @Test
    void a_run_goes_on_when_telling_of_it_fails() throws Exception {
        Backend backend = Backend.inMemory();
        RecordingSink sink = backend.connect(ALICE);

        StartOutcome outcome =
                backend.of(ALICE)
                        .start(
                                question("Hello"),
                                _ -> {
                                    throw new IllegalStateException("the peer is gone");
                                });

        assertThat(sink.awaitEnd(Backend.started(outcome).id()).getLast().terminal()).isTrue();
    }

    private static ChatRequest question(String text) {
        return new ChatRequest(text, Optional.empty(), Optional.empty());
    }

    @Test
    void a_repeated_request_begins_nothing_new() throws Exception {
        Backend backend = Backend.inMemory();
        RecordingSink sink = backend.connect(ALICE);
        ChatRequest request =
                new ChatRequest("Hello", Optional.empty(), Optional.of(new IdempotencyKey("k")));
        Run run = Backend.started(backend.of(ALICE).start(request));
        sink.awaitEnd(run.id());
        List<Run> told = new ArrayList<>();

        StartOutcome again = backend.of(ALICE).start(request, told::add);

        assertThat(again).isInstanceOf(StartOutcome.Repeated.class);
        assertThat(told).extracting(Run::id).containsExactly(run.id());
        assertThat(backend.of(ALICE).threads()).hasSize(1);
        assertThat(backend.of(MALLORY).start(request)).isInstanceOf(StartOutcome.Started.class);
    }

    @Test
    void a_key_names_one_text_in_one_thread() throws Exception {
        Backend backend = Backend.inMemory();
        var key = Optional.of(new IdempotencyKey("k"));
        Workspace alice = backend.of(ALICE);
        Run run = Backend.started(alice.start(new ChatRequest("Hello", Optional.empty(), key)));
        Optional<ThreadId> other = alice.addThread(Title.fromText("another")).map(ChatThread::id);

        assertThat(alice.start(new ChatRequest("Goodbye", Optional.empty(), key)))
                .isEqualTo(refused(StartOutcome.Cause.KEY_REUSED));
        assertThat(alice.start(new ChatRequest("Hello", other, key)))
                .isEqualTo(refused(StartOutcome.Cause.KEY_REUSED));
        assertThat(alice.start(new ChatRequest("Hello", Optional.of(run.threadId()), key)))
                .isInstanceOf(StartOutcome.Repeated.class);
    }

    @Test
    void ids_of_somebody_else_are_as_absent_as_ids_of_nothing() throws Exception {
        Backend backend = Backend.inMemory();
        Run run = backend.ask(ALICE, "Hello");
        backend.connect(ALICE);
        Workspace mallory = backend.of(MALLORY);
        ChatRequest intrusion =
                new ChatRequest("Hello", Optional.of(run.threadId()), Optional.empty());

        assertThat(mallory.run(run.id())).isEmpty();
        assertThat(mallory.events(run.id(), 0)).isEmpty();
        assertThat(mallory.stop(run.id())).isEmpty();
        assertThat(mallory.thread(run.threadId())).isEmpty();
        assertThat(mallory.messages(run.threadId())).isEmpty();
        assertThat(mallory.runs(run.threadId())).isEmpty();
        assertThat(mallory.removeThread(run.threadId())).isFalse();
        assertThat(mallory.start(intrusion)).isInstanceOf(StartOutcome.NoSuchThread.class);
        assertThat(mallory.threads()).isEmpty();
        assertThat(mallory.follow(run.id(), 0, new RecordingSink()))
                .isEqualTo(
                        mallory.follow(new Ids(new SecureRandom()).run(), 0, new RecordingSink()));
        assertThat(Backend.connection(mallory.connect(new RecordingSink())).resume(run.id(), 0))
                .isFalse();
    }

    @Test
    void an_empty_and_an_overlong_text_are_refused() {
        Backend backend = Backend.within(TightLimits.messageBytes(10));

        assertThat(backend.start(ALICE, "  \n ")).isEqualTo(refused(StartOutcome.Cause.TEXT_EMPTY));
        assertThat(backend.start(ALICE, "ä".repeat(6)))
                .isEqualTo(refused(StartOutcome.Cause.TEXT_TOO_LONG));
        assertThat(backend.start(ALICE, "ä".repeat(5))).isInstanceOf(StartOutcome.Started.class);
    }

    private static StartOutcome refused(StartOutcome.Cause cause) {
        return new StartOutcome.Refused(cause);
    }

    @Test
    void a_user_at_the_limit_of_runs_is_refused_and_others_are_not() throws Exception {
        Gate gate = Gate.closed();
        Backend backend =
                Backend.within(TightLimits.runs(1, 2))
                        .with(run -> {
                            gate.pass();
                            run.answer("done");
                        });
        RecordingSink alice = backend.connect(ALICE);
        Run first = backend.ask(ALICE, "one");

        assertThat(backend.start(ALICE, "two"))
                .isEqualTo(refused(StartOutcome.Cause.TOO_MANY_RUNS));
        backend.ask(MALLORY, "three");
        assertThat(backend.start(Login.of("bob"), "four"))
                .isEqualTo(refused(StartOutcome.Cause.BUSY));

        gate.letThrough();
        alice.awaitEnd(first.id());
        backend.awaitIdle();
        assertThat(backend.start(ALICE, "five")).isInstanceOf(StartOutcome.Started.class);
    }

    @Test
    void threads_and_runs_of_a_thread_are_bounded() throws Exception {
        Backend backend = Backend.within(TightLimits.stored(1, 2));
        RecordingSink sink = backend.connect(ALICE);
        Run first = backend.ask(ALICE, "Hello");
        Run second = backend.ask(ALICE, first.threadId(), "Hello");
        sink.awaitEnd(second.id());
        ChatRequest third =
                new ChatRequest("Hello", Optional.of(first.threadId()), Optional.empty());

        assertThat(backend.of(ALICE).start(third))
                .isEqualTo(refused(StartOutcome.Cause.THREAD_FULL));
        assertThat(backend.start(ALICE, "Hello"))
                .isEqualTo(refused(StartOutcome.Cause.TOO_MANY_THREADS));
        assertThat(backend.of(ALICE).addThread(new Title("More"))).isEmpty();
        assertThat(backend.chat().liveRuns()).isLessThanOrEqualTo(2);
    }

    @Test
    void an_agent_that_never_stops_talking_is_ended_within_the_bound_of_events() throws Exception {
        Backend backend =
                Backend.within(TightLimits.eventsPerRun(20))
                        .with(run -> {
                            while (true) {
                                run.think("and on");
                            }
                        });
        RecordingSink sink = backend.connect(ALICE);

        List<RunEvent> events = sink.awaitEnd(backend.ask(ALICE, "Talk").id());

        assertThat(failure(events).code()).isEqualTo("too_many_steps");
        assertThat(events).hasSizeLessThanOrEqualTo(20);
    }

    private static Payload.AgentFailed failure(List<RunEvent> events) {
        return (Payload.AgentFailed) events.getLast().payload();
    }

    @Test
    void an_overlong_answer_a_missing_one_and_a_broken_agent_fail_the_run() throws Exception {
        Backend backend = Backend.inMemory();
        RecordingSink sink = backend.connect(ALICE);
        backend.with(run -> run.answer("x".repeat(40_000)));
        assertThat(failure(fresh(backend)).code()).isEqualTo("answer_too_long");
        backend.with(_ -> {});
        assertThat(failure(fresh(backend)).code()).isEqualTo("no_answer");
        backend.with(run -> {
            throw new IllegalArgumentException("password=hunter2");
        });
        List<RunEvent> broken = fresh(backend);

        assertThat(failure(broken).code()).isEqualTo("internal");
        assertThat(failure(broken).supportCode()).startsWith("sup_");
        assertThat(broken.getLast().envelope().toString()).doesNotContain("hunter2");
        assertThat(sink.closed()).isEmpty();
    }

    private static List<RunEvent> fresh(Backend backend) throws InterruptedException {
        RecordingSink sink = backend.connect(ALICE);
        return sink.awaitEnd(backend.ask(ALICE, "Go").id());
    }

    @Test
    void a_tool_that_does_not_exist_shows_no_event() throws Exception {
        Backend backend =
                Backend.inMemory()
                        .with(run -> run.answer(run.use("rm_rf", Map.of()).facts().toString()));

        List<RunEvent> events = fresh(backend);

        assertThat(answer(events)).contains("unknown_tool");
        assertThat(events).hasSize(3);
    }

    @Test
    void removing_a_thread_ends_its_runs() throws Exception {
        Gate gate = Gate.closed();
        Backend backend = Backend.inMemory().with(_ -> gate.pass());
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Wait");
        gate.awaitReached();

        assertThat(backend.of(ALICE).removeThread(run.threadId())).isTrue();

        assertThat(sink.awaitEnd(run.id()).getLast().payload())
                .isEqualTo(new Payload.AgentStopped("user"));
        assertThat(backend.of(ALICE).run(run.id())).isEmpty();
        backend.awaitIdle();
    }

    @Test
    void a_title_is_the_beginning_of_the_question_whatever_it_is_made_of() {
        Backend backend = Backend.inMemory();
        for (String text :
                List.of("👋".repeat(80), "a\u0085b\u0000c", "\u0001", "word ".repeat(40))) {
            Run run = backend.ask(Login.of("u" + text.hashCode()), text);
            ChatThread thread =
                    backend.of(Login.of("u" + text.hashCode()))
                            .thread(run.threadId())
                            .orElseThrow();
            assertThat(thread.title().value()).isNotBlank().hasSizeLessThanOrEqualTo(120);
        }
    }
}
