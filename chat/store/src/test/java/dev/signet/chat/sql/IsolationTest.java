package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.id.RunId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.ConnectOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {
    private static final int USERS = 100;
    private static final int RUNS_EACH = 10;
    private static final ChatLimits LIMITS =
            new ChatLimits(
                    ChatLimits.Texts.standard(),
                    ChatLimits.Stored.standard(),
                    new ChatLimits.Running(
                            RUNS_EACH,
                            USERS * RUNS_EACH,
                            100,
                            Duration.ofMinutes(4),
                            Duration.ofMinutes(4),
                            Duration.ofSeconds(5)),
                    new ChatLimits.Delivery(16, 2_000, 2_000, 3),
                    ChatLimits.Model.standard());

    @TempDir Path folder;

    /** Does a random mixture of everything, each time with its user's canary. */
    private static void work(AgentRun run) throws InterruptedException {
        String canary = run.task().text();
        Random random = new Random(canary.hashCode());
        for (int step = 1 + random.nextInt(4); step > 0; step--) {
            switch (random.nextInt(3)) {
                case 0 -> run.think("thinking of " + canary);
                case 1 -> run.use("echo", Map.of());
                default -> run.answer(canary + " ");
            }
        }
        run.answer("end of " + canary);
    }

    @Test
    @Timeout(240)
    void no_event_reaches_anybody_but_its_owner_and_none_is_missing() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        try (Backend backend = new Backend(folder, LIMITS, IsolationTest::work)) {
            List<User> users = new ArrayList<>();
            for (int n = 0; n < USERS; n++) {
                users.add(User.connected(backend, String.format("canary%03d", n)));
            }
            startAll(backend, users, new Random(seed));
            for (User user : users) {
                user.requireOwnEventsOnly(backend, "seed " + seed);
            }
        }
    }

    private static void startAll(Backend backend, List<User> users, Random random)
            throws InterruptedException {
        List<Callable<Void>> starts = new ArrayList<>();
        for (User user : users) {
            starts.addAll(Collections.nCopies(RUNS_EACH, () -> user.start(backend)));
        }
        Collections.shuffle(starts, random);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(starts).forEach(start -> assertThat(start.resultNow()).isNull());
        }
    }

    /** One user with a connection, and a second reader for each run that begins in its middle. */
    private record User(
            UserContext context,
            String canary,
            RecordingSink socket,
            ConcurrentLinkedQueue<RunId> runs,
            ConcurrentLinkedQueue<RecordingSink> followers) {

        static User connected(Backend backend, String canary) {
            UserContext context = Users.user(canary);
            RecordingSink socket = RecordingSink.open();
            backend.connect(context, socket);
            return new User(
                    context,
                    canary,
                    socket,
                    new ConcurrentLinkedQueue<>(),
                    new ConcurrentLinkedQueue<>());
        }

        Void start(Backend backend) {
            Run run = backend.start(context, canary);
            runs.add(run.id());
            RecordingSink follower = RecordingSink.open();
            assertThat(backend.of(context).follow(run.id(), run.lastSeq(), follower))
                    .isInstanceOf(ConnectOutcome.Connected.class);
            followers.add(follower);
            return null;
        }

        void requireOwnEventsOnly(Backend backend, String seed) throws InterruptedException {
            socket.untilEnds(RUNS_EACH);
            for (RunId run : runs) {
                List<RunEvent> sent = socket.eventsOf(run);
                Order.require(sent, seed);
                assertThat(backend.of(context).events(run, 0).orElseThrow())
                        .as(seed)
                        .isEqualTo(sent.subList(0, Math.min(3, sent.size())));
            }
            requireOwn(socket.events(), seed);
            for (RecordingSink follower : followers) {
                follower.untilClosed();
                RunEvent first = follower.events().getFirst();
                List<RunEvent> all = socket.eventsOf(first.runId());
                assertThat(follower.events()).as(seed).isEqualTo(all.subList(1, all.size()));
            }
        }

        private void requireOwn(List<RunEvent> events, String seed) {
            for (RunEvent event : events) {
                assertThat(event.userId()).as(seed).isEqualTo(context.userId());
                String said = event.payload().fields().toString().replace(canary, "");
                assertThat(said).as(seed).doesNotContain("canary");
            }
            assertThat(runs).as(seed).hasSize(RUNS_EACH);
        }
    }
}
