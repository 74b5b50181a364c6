package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.thread.Title;
import dev.signet.chat.workspace.StartOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LimitsTest {
    private final UserContext ada = Users.user("usr_ada");
    private final UserContext bob = Users.user("usr_bob");
    private final RecordingSink sink = RecordingSink.open();

    @TempDir Path folder;

    private static StartOutcome.Refused refused(StartOutcome.Cause cause) {
        return new StartOutcome.Refused(cause);
    }

    private List<RunEvent> run(Backend backend, String text) throws InterruptedException {
        return sink.untilEndOf(backend.start(ada, text).id());
    }

    @Test
    void runs_at_the_same_time_are_bounded_for_each_user_and_for_all() throws Exception {
        ChatLimits limits = Limits.running(2, 3, 100, Duration.ofMinutes(1), Duration.ofSeconds(1));
        try (Backend backend = new Backend(folder, limits, run -> run.use("slow", Map.of()))) {
            Run first = backend.start(ada, "one");
            backend.start(ada, "two");
            assertThat(backend.of(ada).start(Backend.asking("three")))
                    .isEqualTo(refused(StartOutcome.Cause.TOO_MANY_RUNS));
            backend.start(bob, "one");
            assertThat(backend.of(bob).start(Backend.asking("two")))
                    .isEqualTo(refused(StartOutcome.Cause.BUSY));
            assertThat(backend.of(ada).threads()).as("nothing was stored").hasSize(2);

            assertThat(backend.of(ada).stop(first.id())).isPresent();
            backend.chat.shutDown();
            assertThat(backend.chat.liveRuns()).isZero();
        }
    }

    @Test
    void a_repeated_request_is_answered_also_at_the_limit() {
        ChatLimits limits = Limits.running(1, 1, 100, Duration.ofMinutes(1), Duration.ofMillis(10));
        try (Backend backend = new Backend(folder, limits, run -> run.use("slow", Map.of()))) {
            assertThat(backend.of(ada).start(Backend.asking("one", "key")))
                    .isInstanceOf(StartOutcome.Started.class);
            assertThat(backend.of(ada).start(Backend.asking("one", "key")))
                    .isInstanceOf(StartOutcome.Repeated.class);
        }
    }

    @Test
    void texts_are_bounded_in_bytes() {
        try (Backend backend =
                new Backend(folder, Limits.texts(10, 10, 10), run -> run.answer("ok"))) {
            assertThat(backend.of(ada).start(Backend.asking("€€€€")))
                    .isEqualTo(refused(StartOutcome.Cause.TEXT_TOO_LONG));
            assertThat(backend.of(ada).start(Backend.asking(" \n")))
                    .isEqualTo(refused(StartOutcome.Cause.TEXT_EMPTY));
            assertThat(backend.of(ada).start(Backend.asking("€€€")))
                    .isInstanceOf(StartOutcome.Started.class);
        }
    }

    @Test
    void a_long_thought_is_cut_and_a_long_answer_fails_the_run() throws Exception {
        try (Backend backend =
                new Backend(
                        folder,
                        Limits.texts(100, 20, 10),
                        run -> {
                            run.think("€€€€€€");
                            run.answer("fifteen letters");
                            run.answer("and more");
                        })) {
            backend.connect(ada, sink);
            List<RunEvent> events = run(backend, "go");

            assertThat(events.get(1).payload()).isEqualTo(new Payload.AgentThinking("€€…"));
            assertThat(events.getLast().payload().fields())
                    .containsEntry("code", "answer_too_long");
        }
    }

    @Test
    void events_are_bounded_and_the_end_has_room() throws Exception {
        ChatLimits limits = Limits.running(8, 8, 10, Duration.ofMinutes(1), Duration.ofSeconds(1));
        try (Backend backend =
                new Backend(
                        folder,
                        limits,
                        run -> {
                            while (true) {
                                run.use("echo", Map.of());
                            }
                        })) {
            backend.connect(ada, sink);
            List<RunEvent> events = run(backend, "go");

            Order.require(events, "");
            assertThat(events).hasSizeLessThanOrEqualTo(10);
            assertThat(events.getLast().payload().fields()).containsEntry("code", "too_many_steps");
        }
    }

    @Test
    void a_run_that_takes_too_long_fails() throws Exception {
        ChatLimits limits =
                Limits.running(8, 8, 100, Duration.ofMillis(100), Duration.ofSeconds(1));
        try (Backend backend = new Backend(folder, limits, run -> run.use("slow", Map.of()))) {
            backend.connect(ada, sink);
            List<RunEvent> events = run(backend, "go");

            Order.require(events, "");
            assertThat(events.getLast().payload().fields()).containsEntry("code", "timeout");
        }
    }

    @Test
    void an_answer_is_needed() throws Exception {
        try (Backend backend = new Backend(folder, run -> run.answer(""))) {
            backend.connect(ada, sink);

            assertThat(run(backend, "go").getLast().payload().fields())
                    .containsEntry("code", "no_answer");
        }
    }

    @Test
    void threads_and_runs_in_them_are_bounded_and_lists_show_the_newest() throws Exception {
        try (Backend backend =
                new Backend(folder, Limits.stored(2, 4), run -> run.answer("to it"))) {
            backend.connect(ada, sink);
            Run first = backend.start(ada, "text 1");
            sink.untilEndOf(first.id());
            for (int n = 2; n <= 4; n++) {
                StartOutcome start =
                        backend.of(ada).start(Backend.asking("text " + n, first.threadId()));
                sink.untilEndOf(((StartOutcome.Started) start).run().id());
            }
            assertThat(backend.of(ada).start(Backend.asking("text 5", first.threadId())))
                    .isEqualTo(refused(StartOutcome.Cause.THREAD_FULL));
            assertThat(backend.of(ada).runs(first.threadId()).orElseThrow()).hasSize(3);
            assertThat(backend.of(ada).messages(first.threadId()).orElseThrow())
                    .extracting(message -> message.text())
                    .containsExactly("to it", "text 4", "to it");

            assertThat(backend.of(ada).addThread(Title.ofNew())).isPresent();
            assertThat(backend.of(ada).addThread(Title.ofNew())).isEmpty();
            assertThat(backend.of(ada).start(Backend.asking("new")))
                    .isEqualTo(refused(StartOutcome.Cause.TOO_MANY_THREADS));
            assertThat(backend.of(bob).addThread(Title.ofNew())).isPresent();
        }
    }
}
