package dev.signet.chat.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.fake.Users;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.NewRunOutcome;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.Message;
import dev.signet.token.verdict.Verdict;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final Ids ids = new Ids(new SecureRandom());
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();

    private Connection connection(Optional<RunId> onlyRun) {
        Connection connection =
                new Connection(
                        ids.connection(),
                        Users.ada(),
                        new Sink(),
                        onlyRun,
                        new NoRuns(),
                        context -> new Verdict.Valid(context.identity()),
                        ChatLimits.Delivery.standard(),
                        _ -> {});
        connection.start();
        return connection;
    }

    private RunEvent firstEventOf(UserId owner) {
        return new RunEvent(
                ids.event(),
                1,
                ids.run(),
                ids.thread(),
                owner,
                "assistant",
                Users.SIGNED_IN,
                new Payload.AgentStarted("of " + owner));
    }

    private String next() throws InterruptedException {
        return String.valueOf(written.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void a_foreign_event_is_withheld_at_the_moment_of_writing_however_it_came_there()
            throws Exception {
        Connection connection = connection(Optional.empty());

        connection.offer(firstEventOf(new UserId("usr_bob")));
        connection.offer(firstEventOf(Users.ada().userId()));

        assertThat(next()).isEqualTo("of usr_ada");
        assertThat(written).isEmpty();
    }

    @Test
    void a_peer_that_is_gone_ends_the_connection() throws Exception {
        Connection connection = connection(Optional.empty());

        connection.note("break");

        assertThat(next()).isEqualTo("PeerGone[]");
        connection.note("more");
        connection.close(new CloseReason.ShuttingDown());
        assertThat(written).isEmpty();
    }

    private final class Sink implements EventSink {
        @Override
        public void write(RunEvent event) {
            written.add(event.payload().fields().get("task").toString());
        }

        @Override
        public void note(String text) throws IOException {
            throw new IOException(text);
        }

        @Override
        public void close(CloseReason reason) {
            written.add(reason.toString());
        }
    }

    /** Holds nothing. */
    private static final class NoRuns implements RunStore {
        @Override
        public NewRunOutcome begin(NewRun newRun) {
            return new NewRunOutcome.NoSuchThread();
        }

        @Override
        public Optional<Run> run(UserId owner, IdempotencyKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<Run> run(UserId owner, RunId id) {
            return Optional.empty();
        }

        @Override
        public List<Run> runs(UserId owner, ThreadId thread, int newest) {
            return List.of();
        }

        @Override
        public List<RunEvent> events(UserId owner, RunId id, long afterSeq, int max) {
            return List.of();
        }

        @Override
        public boolean append(Run run, List<RunEvent> events) {
            return false;
        }

        @Override
        public boolean append(Run run, List<RunEvent> events, Message answer) {
            return false;
        }

        @Override
        public List<Run> unfinished(int max) {
            return List.of();
        }
    }
}
