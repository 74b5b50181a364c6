package dev.signet.chat.workspace;

import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.agent.RunEndedException;
import dev.signet.chat.agent.Task;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.event.Plain;
import dev.signet.chat.event.RunEvent;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.limit.ChatLimits;
import dev.signet.chat.run.Failure;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunMachine;
import dev.signet.chat.run.StopReason;
import dev.signet.chat.thread.Message;
import dev.signet.chat.tool.ToolResult;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run at work: each step is checked, put through the state machine, stored, and only then
 * published, all under one lock. Whoever ends the run does so under the same lock, so there is one
 * end and nothing after it.
 */
final class LiveRun implements AgentRun {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

    /** Kept free for the end of a tool and of the run. */
    private static final int EVENTS_FOR_THE_END = 2;

    private final ChatParts parts;
    private final ChatLimits limits;
    private final RunMachine machine;
    private final Run begun;
    private final Task task;
    private final Consumer<RunEvent> publisher;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile UserContext context;
    private volatile @Nullable Thread worker;
    private volatile @Nullable Instant withoutVerdictSince;
    private boolean lost;

    LiveRun(
            ChatParts parts,
            UserContext context,
            RunMachine machine,
            Task task,
            Consumer<RunEvent> publisher) {
        this.parts = parts;
        this.limits = parts.limits();
        this.context = context;
        this.machine = machine;
        this.begun = machine.run();
        this.task = task;
        this.publisher = publisher;
    }

    @Override
    public UserContext context() {
        return context;
    }

    RunId id() {
        return begun.id();
    }

    boolean is(UserId owner, RunId id) {
        return isOf(owner) && begun.id().equals(id);
    }

    boolean isIn(UserId owner, ThreadId thread) {
        return isOf(owner) && begun.threadId().equals(thread);
    }

    private boolean isOf(UserId owner) {
        return begun.owner().equals(owner);
    }

    /**
     * Publishes the first event; whoever learns of the run in {@code before} stops it after that.
     */
    void announce(Runnable before, RunEvent started) {
        lock.lock();
        try {
            before.run();
            publisher.accept(started);
        } finally {
            lock.unlock();
        }
    }

    void renew(UserContext newer) {
        context = newer;
    }

    void workOn(Thread thread) {
        worker = thread;
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public void think(String text) {
        String bounded = Texts.cut(text, limits.texts().thinkingBytes());
        step(m -> List.of(m.think(bounded)));
    }

    @Override
    public ToolResult use(String tool, Map<String, Object> arguments) throws InterruptedException {
        if (!parts.tools().has(tool)) {
            return new ToolResult.Refused(
                    ToolResult.Cause.UNKNOWN_TOOL, "There is no tool of that name.");
        }
        boolean shown = Plain.bytes(arguments) <= limits.texts().toolArgumentBytes();
        Map<String, Object> visible = shown ? arguments : Map.of();
        step(m -> List.of(m.beginTool(parts.ids().toolCall(), tool, visible)));
        ToolResult result = parts.tools().use(context, tool, arguments);
        record(m -> List.of(m.endTool(result.ok(), result.facts())));
        return result;
    }

    @Override
    public void answer(String text) {
        if (text.isEmpty()) {
            return;
        }
        step(m -> answerWithin(m, text));
    }

    private List<RunEvent> answerWithin(RunMachine m, String text) {
        int room = limits.texts().answerBytes() - Plain.utf8Bytes(m.answer());
        if (Plain.utf8Bytes(text) > room) {
            return failure(
                    m, new Failure("answer_too_long", "The answer became too long to go on."));
        }
        return List.of(m.answer(text));
    }

    /** Ends the run with what was answered. */
    void complete() {
        requireGoodToken();
        record(m ->
                m.answer().isEmpty()
                        ? failure(m, new Failure("no_answer", "There was no answer."))
                        : List.of(m.complete()));
    }

    /** Ends the run by an error; nothing happens when it has ended. */
    void fail(Failure failure) {
        kept(m -> failure(m, failure));
    }

    /** Ends the run from outside, at once; nothing happens when it has ended. */
    void stop(StopReason reason) {
        try {
            kept(m -> m.stop(reason));
        } finally {
            interrupt();
        }
    }

    /** Ends the run because it took too long; nothing happens when it has ended. */
    void timeOut() {
        try {
            fail(new Failure("timeout", "This took too long and was given up."));
        } finally {
            interrupt();
        }
    }

    private void interrupt() {
        Thread thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private List<RunEvent> failure(RunMachine m, Failure failure) {
        String supportCode = parts.ids().supportCode();
        LOG.warn(
                "event=run_failed run={} user={} code={} support_code={}",
                m.run().id(),
                m.run().owner(),
                failure.code(),
                supportCode);
        return m.fail(failure, supportCode);
    }

    private void step(Function<RunMachine, List<RunEvent>> step) {
        requireGoodToken();
        record(m -> hasRoom(m) ? step.apply(m) : tooMany(m));
    }

    private boolean hasRoom(RunMachine m) {
        return m.run().lastSeq() + 1 + EVENTS_FOR_THE_END <= limits.running().eventsPerRun();
    }

    private List<RunEvent> tooMany(RunMachine m) {
        return failure(
                m, new Failure("too_many_steps", "This took too many steps and was given up."));
    }

    private void requireGoodToken() {
        UserContext current = context;
        Verdict verdict = parts.verdicts().now(current);
        while (!(verdict instanceof Verdict.Valid) && current != context) {
            current = context; // renewed in the meantime
            verdict = parts.verdicts().now(current);
        }
        switch (verdict) {
            case Verdict.Valid _ -> withoutVerdictSince = null;
            case Verdict.Invalid(var reason) -> stop(StopReason.of(reason));
            case Verdict.Unavailable _ -> goOnForAWhile(current);
        }
    }

    /** Nobody can say: the run goes on, but not past the token's life and not for long. */
    private void goOnForAWhile(UserContext current) {
        Instant now = parts.clock().instant();
        Instant since = withoutVerdictSince;
        if (!now.isBefore(current.expiresAt())) {
            stop(StopReason.of(Reason.EXPIRED));
            return;
        }
        if (since == null) {
            withoutVerdictSince = now;
            return;
        }
        if (now.isAfter(since.plus(limits.running().withoutVerdict()))) {
            stop(StopReason.AUTHORITY_UNAVAILABLE);
        }
    }

    /** Puts a step of the agent on record, and lets the agent go when the run has ended. */
    private void record(Function<RunMachine, List<RunEvent>> step) {
        if (!kept(step)) {
            throw new RunEndedException();
        }
    }

    /** Puts a step on record; false when the run had ended before. */
    private boolean kept(Function<RunMachine, List<RunEvent>> step) {
        lock.lock();
        try {
            return !lost && !machine.ended() && keep(step.apply(machine));
        } finally {
            lock.unlock();
        }
    }

    /** What cannot be stored is not published; the run is lost then, and recovery will end it. */
    private boolean keep(List<RunEvent> events) {
        lost = true;
        if (!store(events)) {
            LOG.warn("event=run_gone run={}", begun.id());
            return false;
        }
        lost = false;
        events.forEach(publisher);
        return true;
    }

    private boolean store(List<RunEvent> events) {
        Optional<Message> answer = finalMessage();
        if (answer.isPresent()) {
            return parts.runs().append(machine.run(), events, answer.get());
        }
        return parts.runs().append(machine.run(), events);
    }

    private Optional<Message> finalMessage() {
        return switch (machine.run().state()) {
            case COMPLETED ->
                    Optional.of(
                            new Message(
                                    parts.ids().message(),
                                    machine.run().threadId(),
                                    machine.run().owner(),
                                    Message.Role.ASSISTANT,
                                    machine.answer(),
                                    Optional.of(machine.run().id()),
                                    parts.clock().instant()));
            case RUNNING, FAILED, STOPPED -> Optional.empty();
        };
    }
}
