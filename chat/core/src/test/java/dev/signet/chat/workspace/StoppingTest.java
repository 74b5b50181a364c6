package dev.signet.chat.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.contract.Backend;
import dev.signet.chat.contract.Gate;
import dev.signet.chat.contract.Login;
import dev.signet.chat.contract.RecordingSink;
import dev.signet.chat.contract.TightLimits;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunState;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How runs end that are not brought to their end. */
class StoppingTest {
    private static final Login ALICE = Login.of("alice");

    private final Gate gate = Gate.closed();

    /** Thinks, waits at the gate without minding an interrupt's cause, and wants to go on. */
    private void pause(AgentRun run) throws InterruptedException {
        run.think("before");
        gate.pass();
        run.think("after");
        run.answer("done");
    }

    private static String stopReason(List<RunEvent> events) {
        return ((Payload.AgentStopped) events.getLast().payload()).reason();
    }

    @Test
    void a_stop_during_a_tool_ends_the_tool_and_the_run_at_once() throws Exception {
        Backend backend = Backend.inMemory();
        backend.authority().guardSessions(gate);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Which sessions do I have?");
        gate.awaitReached();

        Optional<Run> stopped = backend.of(ALICE).stop(run.id());

        assertThat(stopped.orElseThrow().state()).isEqualTo(RunState.STOPPED);
        List<RunEvent> events = sink.awaitEnd(run.id());
        assertThat(events)
                .extracting(event -> event.type().wire())
                .endsWith("tool_executing", "tool_completed", "agent_stopped");
        assertThat(((Payload.ToolCompleted) events.get(events.size() - 2).payload()).ok())
                .isFalse();
        assertThat(stopReason(events)).isEqualTo("user");
        backend.awaitIdle();
        gate.letThrough();
        assertThat(backend.of(ALICE).events(run.id(), 0)).contains(events);
    }

    @Test
    void stopping_twice_or_after_the_end_changes_nothing() throws Exception {
        Backend backend = Backend.inMemory();
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Hello");
        sink.awaitEnd(run.id());

        assertThat(backend.of(ALICE).stop(run.id()).orElseThrow().state())
                .isEqualTo(RunState.COMPLETED);
        assertThat(sink.events(run.id())).filteredOn(RunEvent::terminal).hasSize(1);
    }

    @Test
    void a_revoked_session_stops_its_run_at_the_next_step() throws Exception {
        Backend backend = Backend.inMemory().with(this::pause);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();

        backend.verdicts().revokeSession(ALICE.session());
        gate.letThrough();

        List<RunEvent> events = sink.awaitEnd(run.id());
        assertThat(stopReason(events)).isEqualTo("revoked_session");
        assertThat(events).hasSize(3);
    }

    @Test
    void a_revocation_stops_runs_and_closes_connections_without_waiting_for_a_step()
            throws Exception {
        Backend backend = Backend.inMemory().with(this::pause);
        RecordingSink alice = backend.connect(ALICE);
        RecordingSink elsewhere = backend.connect(ALICE.inSession("ses_other"));
        Run run = backend.ask(ALICE, "Go");
        Run other = backend.ask(ALICE.inSession("ses_other"), "Go");
        gate.awaitReached();

        backend.verdicts().revokeSession(ALICE.session());
        List<?> closed =
                backend.chat()
                        .revoke(new RevocationEvent.SessionRevoked(ALICE.session(), Instant.MAX));

        assertThat(closed).hasSize(1);
        assertThat(alice.awaitClosed())
                .isEqualTo(new CloseReason.AuthenticationLost(Reason.REVOKED_SESSION));
        assertThat(stopReason(elsewhere.awaitEnd(run.id()))).isEqualTo("revoked_session");
        gate.letThrough();
        assertThat(elsewhere.awaitEnd(other.id()).getLast().payload())
                .isInstanceOf(Payload.AgentCompleted.class);
        assertThat(elsewhere.closed()).isEmpty();
    }

    @Test
    void a_connection_of_a_login_that_was_revoked_just_before_is_closed_at_once() throws Exception {
        Backend backend = Backend.inMemory();
        RecordingSink sink = new RecordingSink();
        Workspace workspace = backend.of(ALICE);
        backend.verdicts().revokeSession(ALICE.session());

        workspace.connect(sink);

        assertThat(sink.awaitClosed())
                .isEqualTo(new CloseReason.AuthenticationLost(Reason.REVOKED_SESSION));
        assertThat(backend.chat().openConnections()).isZero();
    }

    @Test
    void a_missed_revocation_is_found_by_judging_every_open_login_anew() throws Exception {
        Backend backend = Backend.inMemory();
        RecordingSink sink = backend.connect(ALICE);
        RecordingSink elsewhere = backend.connect(ALICE.inSession("ses_other"));
        backend.verdicts().revokeSession(ALICE.session());

        backend.chat().recheckConnections();

        assertThat(sink.awaitClosed())
                .isEqualTo(new CloseReason.AuthenticationLost(Reason.REVOKED_SESSION));
        assertThat(elsewhere.closed()).isEmpty();
        assertThat(backend.chat().openConnections()).isEqualTo(1);
    }

    @Test
    void a_login_that_nobody_can_judge_stays_and_its_far_end_is_told() {
        Backend backend = Backend.inMemory();
        RecordingSink sink = backend.connect(ALICE);
        backend.verdicts().goDown();

        backend.chat().recheckConnections();

        assertThat(sink.verdicts().getLast())
                .isEqualTo(new Verdict.Unavailable(Verdict.Cause.AUTHORITY));
        assertThat(sink.closed()).isEmpty();
    }

    @Test
    void an_expired_token_stops_the_run_unless_the_login_was_renewed() throws Exception {
        Backend backend = Backend.inMemory().with(this::pause);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();
        backend.clock().advance(ALICE.life());

        gate.letThrough();

        assertThat(stopReason(sink.awaitEnd(run.id()))).isEqualTo("expired");
    }

    @Test
    void a_renewed_login_carries_its_runs_on() throws Exception {
        Backend backend = Backend.inMemory().with(this::pause);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();
        backend.clock().advance(ALICE.life());
        Login newer = ALICE.renewedAt(backend.now());

        backend.of(newer.inSession("ses_other")).renewRuns();
        backend.of(newer).renewRuns();
        gate.letThrough();

        assertThat(sink.awaitEnd(run.id()).getLast().payload())
                .isInstanceOf(Payload.AgentCompleted.class);
    }

    @Test
    void an_outage_does_not_stop_a_run_at_once() throws Exception {
        Backend backend = Backend.inMemory().with(this::pause);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();
        backend.verdicts().goDown();

        gate.letThrough();

        assertThat(sink.awaitEnd(run.id()).getLast().payload())
                .isInstanceOf(Payload.AgentCompleted.class);
    }

    @Test
    void an_outage_that_lasts_too_long_stops_the_run() throws Exception {
        Backend backend = Backend.inMemory();
        backend.with(run -> {
            backend.verdicts().goDown();
            run.think("the outage is noticed");
            backend.clock().advance(Duration.ofSeconds(31));
            run.think("too long");
        });
        RecordingSink sink = backend.connect(ALICE);

        List<RunEvent> events = sink.awaitEnd(backend.ask(ALICE, "Go").id());

        assertThat(stopReason(events)).isEqualTo("authority_unavailable");
        assertThat(events).hasSize(3);
    }

    @Test
    void an_outage_does_not_carry_a_run_past_its_tokens_life() throws Exception {
        Backend backend = Backend.inMemory();
        backend.with(run -> {
            backend.verdicts().goDown();
            backend.clock().advance(ALICE.life());
            run.think("past the end");
        });
        RecordingSink sink = backend.connect(ALICE);

        assertThat(stopReason(sink.awaitEnd(backend.ask(ALICE, "Go").id()))).isEqualTo("expired");
    }

    @Test
    void a_run_that_takes_too_long_is_given_up_and_its_place_freed() throws Exception {
        Backend backend =
                Backend.within(TightLimits.runTime(Duration.ofMillis(50))).with(this::pause);
        RecordingSink sink = backend.connect(ALICE);

        List<RunEvent> events = sink.awaitEnd(backend.ask(ALICE, "Go").id());

        assertThat(((Payload.AgentFailed) events.getLast().payload()).code()).isEqualTo("timeout");
        backend.awaitIdle();
    }

    @Test
    void a_shutdown_admits_nothing_stops_what_runs_and_says_so_before_it_closes() throws Exception {
        Backend backend =
                Backend.within(TightLimits.drain(Duration.ofMillis(50))).with(this::pause);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();

        backend.chat().shutDown();

        assertThat(sink.awaitClosed()).isEqualTo(new CloseReason.ShuttingDown());
        assertThat(stopReason(sink.events(run.id()))).isEqualTo("shutdown");
        assertThat(backend.start(ALICE, "More"))
                .isEqualTo(new StartOutcome.Refused(StartOutcome.Cause.SHUTTING_DOWN));
        assertThat(backend.chat().openConnections()).isZero();
        assertThat(backend.chat().liveRuns()).isZero();
    }

    @Test
    void a_shutdown_lets_a_run_end_within_the_time_for_it() throws Exception {
        Backend backend = Backend.inMemory().with(this::pause);
        RecordingSink sink = backend.connect(ALICE);
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();
        Thread shutdown =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                backend.chat().shutDown();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });

        gate.letThrough();

        shutdown.join();
        assertThat(sink.events(run.id()).getLast().payload())
                .isInstanceOf(Payload.AgentCompleted.class);
    }

    @Test
    void a_login_without_the_permission_signs_nobody_out() throws Exception {
        Backend backend = Backend.inMemory();
        Login weak = ALICE.without("sessions:revoke");
        backend.authority().add("usr_alice", "ses_alice", "Firefox/1 Linux", "10.0.0.1");
        backend.authority().add("usr_alice", "ses_phone", "iPhone Safari/1", "10.0.0.2");
        RecordingSink sink = backend.connect(weak);

        List<RunEvent> events =
                sink.awaitEnd(backend.ask(weak, "Sign out all other sessions").id());

        assertThat(events.toString()).contains("not_permitted", "sessions:revoke");
        assertThat(backend.authority().ended()).isEmpty();
    }

    @Test
    void a_tool_that_acts_asks_again_and_does_nothing_in_an_outage() throws Exception {
        Backend backend = Backend.inMemory();
        backend.authority().add("usr_alice", "ses_phone", "iPhone Safari/1", "10.0.0.2");
        backend.verdicts().goDown();

        var result = backend.of(ALICE).use("sign_out_session", Map.of("others", true));

        assertThat(result.facts()).containsEntry("code", "unavailable");
        assertThat(backend.authority().ended()).isEmpty();
    }
}
