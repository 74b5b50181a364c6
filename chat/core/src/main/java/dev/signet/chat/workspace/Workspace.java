package dev.signet.chat.workspace;

import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.StopReason;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.Title;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What one user can see and do. Nothing in it reaches beyond its owner: what belongs to somebody
 * else is as absent as what never was.
 */
public final class Workspace {
    private final UserContext context;
    private final Chat chat;

    Workspace(UserContext context, Chat chat) {
        this.context = context;
        this.chat = chat;
    }

    public UserContext context() {
        return context;
    }

    /** The user's threads, the most recently used first. */
    public List<ChatThread> threads() {
        return chat.threads.threads(context.userId());
    }

    public Optional<ChatThread> thread(ThreadId id) {
        return chat.threads.thread(context.userId(), id);
    }

    /** A new thread without messages; empty when the user has as many threads as allowed. */
    public Optional<ChatThread> addThread(Title title) {
        ChatThread thread =
                ChatThread.begin(chat.ids.thread(), context.userId(), title, chat.clock.instant());
        boolean added = chat.threads.add(thread, chat.limits.stored().threadsPerUser());
        return added ? Optional.of(thread) : Optional.empty();
    }

    /**
     * Removes a thread and all in it; runs at work in it are stopped first.
     *
     * @return false when the user has no such thread
     */
    public boolean removeThread(ThreadId id) {
        if (thread(id).isEmpty()) {
            return false;
        }
        chat.liveRuns.stopIn(context.userId(), id);
        return chat.threads.remove(context.userId(), id);
    }

    /** The newest messages of a thread, oldest first; empty when the user has no such thread. */
    public Optional<List<Message>> messages(ThreadId id) {
        int newest = chat.limits.stored().messagesListed();
        return thread(id).map(_ -> chat.threads.messages(context.userId(), id, newest));
    }

    /** The newest runs of a thread, oldest first; empty when the user has no such thread. */
    public Optional<List<Run>> runs(ThreadId id) {
        int newest = chat.limits.stored().runsListed();
        return thread(id).map(_ -> chat.runs.runs(context.userId(), id, newest));
    }

    public Optional<Run> run(RunId id) {
        return chat.runs.run(context.userId(), id);
    }

    /**
     * The run's stored events after that one, in order, one page; empty when there is no such run.
     */
    public Optional<List<RunEvent>> events(RunId id, long afterSeq) {
        int page = chat.limits.delivery().page();
        return run(id).map(_ -> chat.runs.events(context.userId(), id, afterSeq, page));
    }

    /** Begins a run. */
    public StartOutcome start(ChatRequest request) {
        return start(request, _ -> {});
    }

    /**
     * Begins a run.
     *
     * @param accepted is told of the run, also of a repeated one, before any of its events is
     *     delivered; must return at once
     */
    public StartOutcome start(ChatRequest request, Consumer<Run> accepted) {
        return chat.liveRuns.start(context, request, accepted);
    }

    /**
     * Stops a run of the user; one that has ended stays as it is.
     *
     * @return the run as it is then; empty when the user has no such run
     */
    public Optional<Run> stop(RunId id) {
        chat.liveRuns.stop(context.userId(), id, StopReason.USER);
        return run(id);
    }

    /** Connects a reader of all runs that the user begins from now on, and of those it resumes. */
    public ConnectOutcome connect(EventSink sink) {
        return checked(chat.connections.connect(context, sink));
    }

    /** Connects a reader of one run's events after that one; it is closed after the last. */
    public ConnectOutcome follow(RunId id, long afterSeq, EventSink sink) {
        return checked(chat.connections.follow(context, id, afterSeq, sink));
    }

    /** A revocation between the request and the connection found nothing to close; this does. */
    private ConnectOutcome checked(ConnectOutcome outcome) {
        if (outcome instanceof ConnectOutcome.Connected(var connection)) {
            connection.recheck();
        }
        return outcome;
    }

    /** Lets runs that this login began go on under its newer token. */
    public void renewRuns() {
        chat.liveRuns.renew(context);
    }

    /** Uses a tool for the user directly, with the checks of any other use. */
    public ToolResult use(String tool, Map<String, Object> arguments) throws InterruptedException {
        return chat.tools.use(context, tool, arguments);
    }

    public Capabilities capabilities() {
        return chat.supervisor.capabilities();
    }
}
