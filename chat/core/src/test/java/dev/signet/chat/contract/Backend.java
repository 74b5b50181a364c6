package dev.signet.chat.contract;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.agent.Tool;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.assistant.AccountAssistant;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.model.ChatModel;
import dev.signet.chat.model.ModelAgent;
import dev.signet.chat.platform.AccountTools;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.ChatRequest;
import dev.signet.chat.workspace.ConnectOutcome;
import dev.signet.chat.workspace.Connection;
import dev.signet.chat.workspace.StartOutcome;
import dev.signet.chat.workspace.Workspace;
import dev.signet.testkit.MovableClock;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A whole chat backend over fakes, and what a test needs of it in one line. */
public final class Backend {
    private final MovableClock clock = MovableClock.at(Login.NOW);
    private final TestVerdicts verdicts = new TestVerdicts(clock);
    private final FakeAuthority authority = new FakeAuthority();
    private final ThreadStore threads;
    private final RunStore runs;
    private final ChatLimits limits;
    private Chat chat;

    /** A backend with the built-in assistant alone. */
    public Backend(ThreadStore threads, RunStore runs, ChatLimits limits) {
        this.threads = threads;
        this.runs = runs;
        this.limits = limits;
        this.chat = chat(Optional.empty());
    }

    public static Backend inMemory() {
        return within(ChatLimits.standard());
    }

    public static Backend within(ChatLimits limits) {
        MemoryStores stores = new MemoryStores();
        return new Backend(stores, stores, limits);
    }

    private Chat chat(Optional<ChatModel> model) {
        List<ToolSpec> specs = AccountTools.all(authority, clock).stream().map(Tool::spec).toList();
        List<Agent> agents = new ArrayList<>();
        agents.add(new AccountAssistant(specs, clock));
        model.ifPresent(m -> agents.add(new ModelAgent(m, specs, limits.model())));
        return chat(agents, AccountTools.all(authority, clock));
    }

    private Chat chat(List<Agent> agents, List<Tool> tools) {
        ToolBox box = new ToolBox(tools, verdicts, limits.texts());
        return new Chat(
                threads,
                runs,
                verdicts,
                box,
                new Supervisor(agents, new Capabilities(Optional.empty(), box.specs(), List.of())),
                limits,
                clock,
                new Ids(new SecureRandom()));
    }

    /** From now on that model is connected. */
    public Backend with(ChatModel model) {
        chat = chat(Optional.of(model));
        return this;
    }

    /** From now on every question is that agent's, which has the account tools. */
    public Backend with(ScriptedAgent.Script script) {
        return with(script, AccountTools.all(authority, clock));
    }

    /** From now on every question is that agent's, which has those tools. */
    public Backend with(ScriptedAgent.Script script, List<Tool> tools) {
        chat = chat(List.of(new ScriptedAgent(script)), tools);
        return this;
    }

    public Chat chat() {
        return chat;
    }

    public MovableClock clock() {
        return clock;
    }

    public TestVerdicts verdicts() {
        return verdicts;
    }

    public FakeAuthority authority() {
        return authority;
    }

    public RunStore runs() {
        return runs;
    }

    /** The stores, when they are in memory. */
    public MemoryStores stores() {
        return (MemoryStores) runs;
    }

    public Workspace of(Login login) {
        return chat.workspace(login.context());
    }

    /** Connects a peer to all runs that the user begins. */
    public RecordingSink connect(Login login) {
        RecordingSink sink = new RecordingSink();
        connection(of(login).connect(sink));
        return sink;
    }

    public static Connection connection(ConnectOutcome outcome) {
        return switch (outcome) {
            case ConnectOutcome.Connected(var connection) -> connection;
            case ConnectOutcome.NoSuchRun _,
                    ConnectOutcome.TooMany _,
                    ConnectOutcome.ShuttingDown _ ->
                    throw new AssertionError("not connected: " + outcome);
        };
    }

    /** Asks in a new thread. */
    public Run ask(Login login, String text) {
        return started(start(login, text));
    }

    public Run ask(Login login, ThreadId thread, String text) {
        return started(
                of(login).start(new ChatRequest(text, Optional.of(thread), Optional.empty())));
    }

    public StartOutcome start(Login login, String text) {
        return of(login).start(new ChatRequest(text, Optional.empty(), Optional.empty()));
    }

    public static Run started(StartOutcome outcome) {
        return switch (outcome) {
            case StartOutcome.Started(var run) -> run;
            case StartOutcome.Repeated _, StartOutcome.NoSuchThread _, StartOutcome.Refused _ ->
                    throw new AssertionError("not started: " + outcome);
        };
    }

    /** Waits until no run is at work. */
    public void awaitIdle() {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (chat.liveRuns() > 0) {
            if (System.nanoTime() > patience) {
                throw new AssertionError("still at work: " + chat.liveRuns());
            }
            Thread.yield();
        }
    }

    public Instant now() {
        return clock.instant();
    }
}
