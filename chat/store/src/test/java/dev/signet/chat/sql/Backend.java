package dev.signet.chat.sql;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.agent.Arguments;
import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.agent.Task;
import dev.signet.chat.agent.Tool;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.run.Run;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.ChatRequest;
import dev.signet.chat.workspace.ChatStores;
import dev.signet.chat.workspace.ConnectOutcome;
import dev.signet.chat.workspace.Connection;
import dev.signet.chat.workspace.EventSink;
import dev.signet.chat.workspace.StartOutcome;
import dev.signet.chat.workspace.Workspace;
import dev.signet.storage.StorageLimits;
import dev.signet.storage.sql.SqliteDatabase;
import dev.signet.testkit.MovableClock;
import dev.signet.token.verdict.Verdict;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A chat backend on a real SQLite file, with one agent that does what a test says. */
final class Backend implements AutoCloseable {
    private static final StorageLimits PATIENT =
            StorageLimits.standard()
                    .withQueue(8_192, Duration.ofMinutes(1))
                    .withReaders(8, Duration.ofMinutes(1));

    final MovableClock clock = MovableClock.start();
    final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    final SqliteDatabase database;
    final ChatStores stores;
    final Chat chat;

    /** What the agent does in each run. */
    interface Work {
        void on(AgentRun run) throws InterruptedException;
    }

    Backend(Path folder, ChatLimits limits, Work work) {
        database =
                SqliteDatabase.open(folder.resolve("chat.db"), SqlChatStores.MIGRATIONS, PATIENT);
        stores = SqlChatStores.on(database);
        ToolBox tools = new ToolBox(List.of(new Echo(), new Slow()), this::now, limits.texts());
        chat =
                new Chat(
                        stores.threads(),
                        stores.runs(),
                        this::now,
                        tools,
                        new Supervisor(
                                List.of(new Worker(work)),
                                new Capabilities(Optional.empty(), tools.specs(), List.of())),
                        limits,
                        clock,
                        new Ids(new SecureRandom()));
    }

    Backend(Path folder, Work work) {
        this(folder, ChatLimits.standard(), work);
    }

    private Verdict now(UserContext context) {
        return verdicts.getOrDefault(
                context.identity().tokenId(), new Verdict.Valid(context.identity()));
    }

    /** From now on that is the answer about the user's token. */
    void judge(UserContext context, Verdict verdict) {
        verdicts.put(context.identity().tokenId(), verdict);
    }

    Workspace of(UserContext context) {
        return chat.workspace(context);
    }

    Connection connect(UserContext context, EventSink sink) {
        return ((ConnectOutcome.Connected) of(context).connect(sink)).connection();
    }

    Run start(UserContext context, String text) {
        return ((StartOutcome.Started) of(context).start(asking(text))).run();
    }

    static ChatRequest asking(String text) {
        return new ChatRequest(text, Optional.empty(), Optional.empty());
    }

    static ChatRequest asking(String text, ThreadId thread) {
        return new ChatRequest(text, Optional.of(thread), Optional.empty());
    }

    static ChatRequest asking(String text, String key) {
        return new ChatRequest(text, Optional.empty(), Optional.of(new IdempotencyKey(key)));
    }

    /** Waits where only an interruption ends it. */
    static void forever() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        database.close();
    }

    private record Worker(Work work) implements Agent {
        @Override
        public String name() {
            return "worker";
        }

        @Override
        public int bid(Task task) {
            return 1;
        }

        @Override
        public void work(AgentRun run) throws InterruptedException {
            work.on(run);
        }
    }

    /** Tells in whose name it was used. */
    private record Echo() implements Tool {
        @Override
        public ToolSpec spec() {
            return ToolSpec.reading("echo", "Tells in whose name it was used.");
        }

        @Override
        public ToolResult use(UserContext context, Arguments arguments) {
            return new ToolResult.Done(Map.of("credential", context.delegation().reveal()));
        }
    }

    /** Never answers. */
    private record Slow() implements Tool {
        @Override
        public ToolSpec spec() {
            return ToolSpec.reading("slow", "Never answers.");
        }

        @Override
        public ToolResult use(UserContext context, Arguments arguments)
                throws InterruptedException {
            forever();
            throw new IllegalStateException("not reached");
        }
    }
}
