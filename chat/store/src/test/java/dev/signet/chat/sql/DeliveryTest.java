package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.ConnectOutcome;
import dev.signet.chat.workspace.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DeliveryTest {
    private final UserContext ada = Users.user("usr_ada");
    private final RecordingSink sink = RecordingSink.open();

    @TempDir Path folder;

    private static void thinkOften(AgentRun run) {
        for (int i = 0; i < 60; i++) {
            run.think("thought " + i);
        }
        run.answer("done");
    }

    private static void requireAllAfter(long after, List<RunEvent> events, String seed) {
        assertThat(events.stream().mapToLong(RunEvent::seq).toArray())
                .as(seed)
                .isEqualTo(LongStream.rangeClosed(after + 1, 63).toArray());
    }

    @Test
    void whoever_resumes_while_events_arrive_gets_each_once_and_in_order() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (Backend backend =
                new Backend(folder, Limits.delivery(500, 500, 256, 7), DeliveryTest::thinkOften)) {
            for (int round = 0; round < 10; round++) {
                resumeInTheMiddle(backend, random, "seed " + seed);
            }
        }
    }

    private void resumeInTheMiddle(Backend backend, Random random, String seed) throws Exception {
        RecordingSink first = RecordingSink.open();
        Connection connection = backend.connect(ada, first);
        Run run = backend.start(ada, "think");
        first.untilEvents(1 + random.nextInt(50));
        long seen = first.eventsOf(run.id()).getLast().seq();
        connection.close(new CloseReason.PeerGone());

        RecordingSink second = RecordingSink.open();
        Connection resumed = backend.connect(ada, second);
        assertThat(resumed.resume(run.id(), seen)).isTrue();
        RecordingSink follower = RecordingSink.open();
        long after = random.nextInt(63);
        backend.of(ada).follow(run.id(), after, follower);

        requireAllAfter(seen, second.untilEndOf(run.id()), seed);
        assertThat(follower.untilClosed()).isEqualTo(new CloseReason.RunEnded());
        requireAllAfter(after, follower.events(), seed);
        resumed.close(new CloseReason.PeerGone());
    }

    @Test
    void a_run_that_has_ended_can_be_read_again_by_the_same_connection() throws Exception {
        try (Backend backend = new Backend(folder, run -> run.answer("ok"))) {
            Connection connection = backend.connect(ada, sink);
            Run run = backend.start(ada, "hi");
            sink.untilEndOf(run.id());

            connection.resume(run.id(), 1);
            sink.untilEvents(5);

            assertThat(sink.events()).extracting(RunEvent::seq).containsExactly(1L, 2L, 3L, 2L, 3L);
        }
    }

    @Test
    void following_what_has_been_read_to_its_end_closes_at_once() throws Exception {
        try (Backend backend = new Backend(folder, run -> run.answer("ok"))) {
            backend.connect(ada, sink);
            Run run = backend.start(ada, "hi");
            sink.untilEndOf(run.id());
            RecordingSink late = RecordingSink.open();

            backend.of(ada).follow(run.id(), 3, late);

            assertThat(late.untilClosed()).isEqualTo(new CloseReason.RunEnded());
            assertThat(late.events()).isEmpty();
        }
    }

    @Test
    void a_slow_reader_is_disconnected_alone_and_may_resume() throws Exception {
        RecordingSink slow = RecordingSink.stuck();
        try (Backend backend =
                new Backend(folder, Limits.delivery(10, 10, 8, 5), DeliveryTest::thinkOften)) {
            backend.connect(ada, slow);
            backend.connect(ada, sink);
            Run run = backend.start(ada, "think");

            assertThat(slow.untilClosed()).isEqualTo(new CloseReason.TooSlow());
            RecordingSink again = RecordingSink.open();
            backend.of(ada).follow(run.id(), 0, again);
            again.untilEndOf(run.id());
            requireAllAfter(0, again.events(), "");
            assertThat(slow.events()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void every_connection_of_the_owner_sees_a_run_and_one_that_came_later_does_not()
            throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        RecordingSink second = RecordingSink.open();
        RecordingSink late = RecordingSink.open();
        try (Backend backend =
                new Backend(
                        folder,
                        run -> {
                            connected.await();
                            run.answer("ok");
                        })) {
            backend.connect(ada, sink);
            backend.connect(ada, second);
            Run run = backend.start(ada, "hi");
            sink.untilEvents(1);
            backend.connect(ada, late);
            connected.countDown();

            assertThat(sink.untilEndOf(run.id())).isEqualTo(second.untilEndOf(run.id()));
            assertThat(late.events()).isEmpty();
        }
    }

    @Test
    void connections_are_bounded_for_each_user_and_for_all() {
        try (Backend backend =
                new Backend(folder, Limits.delivery(2, 3, 8, 5), run -> run.answer("ok"))) {
            Connection first = backend.connect(ada, sink);
            backend.connect(ada, sink);
            assertThat(backend.of(ada).connect(sink)).isEqualTo(new ConnectOutcome.TooMany());
            backend.connect(Users.user("usr_bob"), sink);
            assertThat(backend.of(Users.user("usr_eve")).connect(sink))
                    .isEqualTo(new ConnectOutcome.TooMany());

            first.close(new CloseReason.PeerGone());
            assertThat(backend.of(ada).connect(sink)).isInstanceOf(ConnectOutcome.Connected.class);
        }
    }

    @Test
    void only_the_same_login_renews_a_connection() {
        try (Backend backend = new Backend(folder, run -> run.answer("ok"))) {
            Connection connection = backend.connect(ada, sink);
            UserContext newer =
                    Users.user("usr_ada", ada.sessionId(), Users.EXPIRES.plusSeconds(60));

            assertThat(connection.renew(newer)).isTrue();
            assertThat(connection.renew(Users.user("usr_bob"))).isFalse();
            assertThat(connection.context()).isSameAs(newer);
        }
    }
}
