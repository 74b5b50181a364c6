package dev.signet.chat.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.contract.Backend;
import dev.signet.chat.contract.Gate;
import dev.signet.chat.contract.Login;
import dev.signet.chat.contract.MemoryStores;
import dev.signet.chat.contract.RecordingSink;
import dev.signet.chat.contract.Samples;
import dev.signet.chat.contract.TightLimits;
import dev.signet.chat.id.RunId;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.token.verdict.Verdict;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every reader gets each event of its own once and in order, or is told why not. */
class ConnectionsTest {
    private static final Login ALICE = Login.of("alice");
    private static final Login MALLORY = Login.of("mallory");

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void a_slow_reader_is_disconnected_alone_and_can_resume() throws Exception {
        Backend backend =
                Backend.within(TightLimits.delivery(4, 10, 8, 5)).with(run -> talk(run, 100));
        RecordingSink slow = backend.connect(ALICE);
        RecordingSink other = backend.connect(MALLORY);
        slow.stopReading();

        Run run = backend.ask(ALICE, "Go");

        assertThat(slow.awaitClosed()).isEqualTo(new CloseReason.TooSlow());
        backend.awaitIdle();
        RecordingSink again = new RecordingSink();
        backend.of(ALICE).follow(run.id(), 0, again);
        assertThat(again.awaitEnd(run.id()))
                .extracting(RunEvent::seq)
                .containsExactlyElementsOf(numbers(1, 102 + 1));
        assertThat(other.closed()).isEmpty();
        assertThat(other.events()).isEmpty();
        assertThat(slow.closes()).isEqualTo(1);
    }

    private static void talk(AgentRun run, int thoughts) {
        for (int i = 0; i < thoughts; i++) {
            run.think("thought " + i);
        }
        run.answer("done");
    }

    @Test
    void resuming_at_any_moment_gives_every_event_once_and_in_order() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("resume seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            int thoughts = random.nextInt(40);
            Backend backend =
                    Backend.within(TightLimits.delivery(8, 10, 1_000, 3))
                            .with(run -> talk(run, thoughts));
            Run run = backend.ask(ALICE, "Go");
            long after = random.nextInt(3);
            RecordingSink followed = new RecordingSink();
            RecordingSink resumed = new RecordingSink();
            backend.of(ALICE).follow(run.id(), after, followed);
            Backend.connection(backend.of(ALICE).connect(resumed)).resume(run.id(), after);

            List<Long> expected = numbers(after + 1, thoughts + 3);
            assertThat(followed.awaitEnd(run.id())).extracting(RunEvent::seq).isEqualTo(expected);
            assertThat(resumed.awaitEnd(run.id())).extracting(RunEvent::seq).isEqualTo(expected);
            assertThat(followed.awaitClosed()).isEqualTo(new CloseReason.RunEnded());
            assertThat(resumed.closed()).isEmpty();
        }
    }

    @Test
    void resuming_a_run_that_comes_anyway_repeats_nothing_and_after_its_end_repeats_it()
            throws Exception {
        Gate gate = Gate.closed();
        Backend backend =
                Backend.inMemory()
                        .with(run -> {
                            run.think("before");
                            gate.pass();
                            run.answer("done");
                        });
        RecordingSink sink = new RecordingSink();
        Connection connection = Backend.connection(backend.of(ALICE).connect(sink));
        Run run = backend.ask(ALICE, "Go");
        gate.awaitReached();

        assertThat(connection.resume(run.id(), 0)).isTrue();
        gate.letThrough();
        sink.awaitEnd(run.id());
        assertThat(sink.events()).extracting(RunEvent::seq).isEqualTo(numbers(1, 4));
        assertThat(connection.resume(run.id(), 2)).isTrue();

        assertThat(sink.awaitEvents(6))
                .extracting(RunEvent::seq)
                .containsExactly(1L, 2L, 3L, 4L, 3L, 4L);
    }

    @Test
    void following_a_run_past_its_end_closes_with_nothing() throws Exception {
        Backend backend = Backend.inMemory().with(run -> talk(run, 1));
        Run run = backend.ask(ALICE, "Go");
        backend.awaitIdle();
        RecordingSink sink = new RecordingSink();

        backend.of(ALICE).follow(run.id(), 4, sink);

        assertThat(sink.awaitClosed()).isEqualTo(new CloseReason.RunEnded());
        assertThat(sink.events()).isEmpty();
    }

    @Test
    void every_tab_of_a_user_sees_the_run() throws Exception {
        Backend backend = Backend.inMemory().with(run -> talk(run, 3));
        RecordingSink one = backend.connect(ALICE);
        RecordingSink two = backend.connect(ALICE.inSession("ses_laptop"));

        Run run = backend.ask(ALICE, "Go");

        assertThat(one.awaitEnd(run.id())).isEqualTo(two.awaitEnd(run.id()));
    }

    @Test
    void connections_are_bounded_per_user_and_together_and_places_come_back() throws Exception {
        Backend backend = Backend.within(TightLimits.delivery(1, 2, 8, 8));
        Connection first = Backend.connection(backend.of(ALICE).connect(new RecordingSink()));

        assertThat(backend.of(ALICE).connect(new RecordingSink()))
                .isInstanceOf(ConnectOutcome.TooMany.class);
        backend.connect(MALLORY);
        assertThat(backend.of(Login.of("bob")).connect(new RecordingSink()))
                .isInstanceOf(ConnectOutcome.TooMany.class);
        first.close(new CloseReason.PeerGone());
        first.close(new CloseReason.PeerGone());

        assertThat(backend.chat().openConnections()).isEqualTo(1);
        backend.connect(ALICE);
    }

    @Test
    void an_event_that_strays_to_another_users_connection_is_withheld() throws Exception {
        MemoryStores stores = new MemoryStores();
        Samples samples = new Samples();
        Connections connections =
                new Connections(
                        samples.ids(),
                        stores,
                        context -> new Verdict.Valid(context.identity()),
                        ChatLimits.standard().delivery());
        RecordingSink sink = new RecordingSink();
        Connection mallory = Backend.connection(connections.connect(MALLORY.context(), sink));
        RunEvent alices = samples.run(Samples.ALICE, samples.ids().thread()).first();

        mallory.offer(alices);
        mallory.note("still here");

        connections.shutDown(java.time.Duration.ofSeconds(5));
        assertThat(sink.all()).containsExactly("still here");
    }

    @Test
    void a_connection_is_renewed_only_by_the_same_login() {
        Backend backend = Backend.inMemory();
        Connection connection = Backend.connection(backend.of(ALICE).connect(new RecordingSink()));
        Login newer = ALICE.renewedAt(backend.now().plusSeconds(60));

        assertThat(connection.renew(MALLORY.context())).isFalse();
        assertThat(connection.renew(ALICE.inSession("ses_other").context())).isFalse();
        assertThat(connection.renew(newer.context())).isTrue();
        assertThat(connection.context().expiresAt()).isEqualTo(newer.identity().expiresAt());
    }

    @Test
    void a_peer_that_never_reads_does_not_hold_up_the_shutdown() throws Exception {
        Backend backend =
                Backend.within(TightLimits.drain(java.time.Duration.ofMillis(50)))
                        .with(run -> talk(run, 3));
        RecordingSink stuck = backend.connect(ALICE);
        stuck.stopReading();
        RunId run = backend.ask(ALICE, "Go").id();

        backend.chat().shutDown();

        assertThat(stuck.awaitClosed()).isEqualTo(new CloseReason.ShuttingDown());
        assertThat(stuck.events(run)).isEmpty();
    }
}
