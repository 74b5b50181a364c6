package dev.signet.chat.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.contract.Backend;
import dev.signet.chat.contract.Gate;
import dev.signet.chat.contract.Login;
import dev.signet.chat.contract.MemoryStores;
import dev.signet.chat.contract.RecordingSink;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunState;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Runs that nobody works on any more come to an end that their readers see. */
class RecoveryTest {
    private static final Login ALICE = Login.of("alice");

    private final MemoryStores stores = new MemoryStores();
    private final Gate gate = Gate.closed();

    private void stuckInATool(AgentRun run) throws InterruptedException {
        run.think("I look.");
        run.use("list_sessions", java.util.Map.of());
        run.answer("done");
    }

    private Backend backend() {
        return new Backend(stores, stores, ChatLimits.standard()).with(this::stuckInATool);
    }

    @Test
    void a_run_that_a_crash_left_is_ended_without_a_gap_once() throws Exception {
        Backend crashed = backend();
        crashed.authority().guardSessions(gate);
        Run run = crashed.ask(ALICE, "Go");
        gate.awaitReached();
        Backend restarted = backend();

        assertThat(restarted.chat().recover()).isEqualTo(1);

        assertThat(restarted.chat().recover()).isZero();
        List<RunEvent> events = restarted.of(ALICE).events(run.id(), 0).orElseThrow();
        assertThat(events)
                .extracting(event -> event.type().wire())
                .containsExactly(
                        "agent_started",
                        "agent_thinking",
                        "tool_executing",
                        "tool_completed",
                        "agent_failed");
        assertThat(events)
                .extracting(RunEvent::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
        assertThat(((Payload.AgentFailed) events.getLast().payload()).code())
                .isEqualTo("interrupted");
        assertThat(restarted.of(ALICE).run(run.id()).orElseThrow().state())
                .isEqualTo(RunState.FAILED);
        gate.letThrough();
        crashed.awaitIdle();
        assertThat(restarted.of(ALICE).events(run.id(), 0)).contains(events);
    }

    @Test
    void a_reader_who_came_back_before_recovery_sees_the_end() throws Exception {
        Backend crashed = backend();
        crashed.authority().guardSessions(gate);
        Run run = crashed.ask(ALICE, "Go");
        gate.awaitReached();
        Backend restarted = backend();
        RecordingSink sink = new RecordingSink();
        restarted.of(ALICE).follow(run.id(), 1, sink);
        sink.awaitEvents(2);

        restarted.chat().recover();

        assertThat(sink.awaitEnd(run.id()))
                .extracting(RunEvent::seq)
                .containsExactly(2L, 3L, 4L, 5L);
        gate.letThrough();
    }

    @Test
    void a_run_at_work_is_left_alone() throws Exception {
        Backend backend = backend();
        backend.authority().guardSessions(gate);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();

        assertThat(backend.chat().recover()).isZero();

        gate.letThrough();
        assertThat(sink.awaitEnd(run.id()).getLast().payload())
                .isInstanceOf(Payload.AgentCompleted.class);
    }

    @Test
    void what_could_not_be_stored_is_never_shown_and_the_run_ends_when_the_store_is_back()
            throws Exception {
        Backend backend = backend();
        backend.authority().guardSessions(gate);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();
        stores.breakDown();
        gate.letThrough();
        backend.awaitIdle();
        assertThat(sink.events(run.id())).hasSize(3);

        stores.repair();
        assertThat(backend.chat().recover()).isEqualTo(1);

        assertThat(sink.awaitEnd(run.id()))
                .isEqualTo(backend.of(ALICE).events(run.id(), 0).orElseThrow());
    }

    @Test
    void a_stop_that_cannot_be_stored_still_frees_the_place() throws Exception {
        Backend backend = backend();
        backend.authority().guardSessions(gate);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();
        stores.breakDown();

        backend.of(ALICE).stop(run.id());

        backend.awaitIdle();
        stores.repair();
        assertThat(backend.chat().recover()).isEqualTo(1);
    }
}
