package dev.signet.chat.run;

import dev.signet.chat.id.EventId;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The life of one run, and the only source of its events. The first event is {@code agent_started},
 * the last one is the only terminal event, {@code seq} has no gaps, and every tool that was begun
 * is ended exactly once, before anything else happens.
 *
 * <p>A step that the state does not allow throws {@link IllegalStateException} and changes nothing.
 * Not safe for use by several threads: whoever stores the events guards it.
 */
public final class RunMachine {
    private final InstantSource clock;
    private final Supplier<EventId> ids;
    private final StringBuilder answer = new StringBuilder();
    private Run run;
    private Optional<OpenTool> openTool = Optional.empty();

    private RunMachine(Run run, InstantSource clock, Supplier<EventId> ids) {
        this.run = run;
        this.clock = clock;
        this.ids = ids;
    }

    /** A run that is about to start. */
    public static RunMachine begin(Start start, InstantSource clock, Supplier<EventId> ids) {
        Run fresh =
                Run.fresh(
                        start.id(),
                        start.threadId(),
                        start.owner(),
                        start.agent(),
                        clock.instant());
        return new RunMachine(fresh, clock, ids);
    }

    /**
     * A run as its stored events left it.
     *
     * @param events all of them, in order
     */
    public static RunMachine restore(
            Run run, List<RunEvent> events, InstantSource clock, Supplier<EventId> ids) {
        Run fresh = Run.fresh(run.id(), run.threadId(), run.owner(), run.agent(), run.createdAt());
        RunMachine machine = new RunMachine(fresh, clock, ids);
        events.forEach(machine::apply);
        return machine;
    }

    /** What a run is before its first event. */
    public record Start(RunId id, ThreadId threadId, UserId owner, String agent) {}

    private record OpenTool(String callId, String tool, Instant since) {}

    /** The run as it is now. */
    public Run run() {
        return run;
    }

    public boolean ended() {
        return run.state().ended();
    }

    /** Whether a tool was begun and not ended. */
    public boolean inTool() {
        return openTool.isPresent();
    }

    /** What was answered so far. */
    public String answer() {
        return answer.toString();
    }

    /** Only the first step. */
    public RunEvent start(String task) {
        if (run.lastSeq() != 0) {
            throw new IllegalStateException("run: started twice");
        }
        return emit(new Payload.AgentStarted(task));
    }

    public RunEvent think(String text) {
        requireBetweenSteps();
        return emit(new Payload.AgentThinking(text));
    }

    public RunEvent beginTool(String callId, String tool, Map<String, Object> arguments) {
        requireBetweenSteps();
        return emit(new Payload.ToolExecuting(callId, tool, arguments));
    }

    /** Ends the tool that was begun last. */
    public RunEvent endTool(boolean ok, Map<String, Object> result) {
        OpenTool tool =
                openTool.orElseThrow(() -> new IllegalStateException("run: no tool to end"));
        requireRunning();
        return emit(
                new Payload.ToolCompleted(
                        tool.callId(), tool.tool(), ok, result, millisSince(tool.since())));
    }

    /** The next piece of the answer; not empty. */
    public RunEvent answer(String text) {
        requireBetweenSteps();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("answer: empty piece");
        }
        return emit(new Payload.AnswerDelta(text));
    }

    /** Ends the run with what was answered. */
    public RunEvent complete() {
        requireBetweenSteps();
        if (answer.isEmpty()) {
            throw new IllegalStateException("run: completed without an answer");
        }
        return emit(new Payload.AgentCompleted(answer.toString(), millisSince(run.createdAt())));
    }

    /** Ends the run by an error; a tool that is at work ends first, not ok. */
    public List<RunEvent> fail(Failure failure, String supportCode) {
        return end(
                new Payload.AgentFailed(failure.code(), failure.detail(), supportCode),
                failure.code());
    }

    /** Ends the run from outside; a tool that is at work ends first, not ok. */
    public List<RunEvent> stop(StopReason reason) {
        return end(new Payload.AgentStopped(reason.code()), reason.code());
    }

    private List<RunEvent> end(Payload terminal, String code) {
        requireStarted();
        List<RunEvent> events = new ArrayList<>();
        if (inTool()) {
            String detail =
                    "The run ended before the tool answered; what it began may have happened.";
            events.add(endTool(false, Map.of("code", code, "detail", detail)));
        }
        events.add(emit(terminal));
        return List.copyOf(events);
    }

    private RunEvent emit(Payload payload) {
        RunEvent event =
                new RunEvent(
                        ids.get(),
                        run.lastSeq() + 1,
                        run.id(),
                        run.threadId(),
                        run.owner(),
                        run.agent(),
                        clock.instant(),
                        payload);
        apply(event);
        return event;
    }

    private void apply(RunEvent event) {
        if (ended() || event.seq() != run.lastSeq() + 1) {
            throw new IllegalStateException("run: event " + event.seq() + " does not follow");
        }
        switch (event.payload()) {
            case Payload.ToolExecuting tool ->
                    openTool =
                            Optional.of(new OpenTool(tool.toolCallId(), tool.tool(), event.at()));
            case Payload.ToolCompleted _ -> openTool = Optional.empty();
            case Payload.AnswerDelta delta -> answer.append(delta.text());
            default -> {
                // leaves tool and answer as they are
            }
        }
        run = run.after(event);
    }

    private void requireBetweenSteps() {
        requireStarted();
        if (inTool()) {
            throw new IllegalStateException("run: a tool is at work");
        }
    }

    private void requireStarted() {
        requireRunning();
        if (run.lastSeq() == 0) {
            throw new IllegalStateException("run: not started");
        }
    }

    private void requireRunning() {
        if (ended()) {
            throw new IllegalStateException("run: " + run.state() + " already");
        }
    }

    private long millisSince(Instant begin) {
        return Math.max(0, Duration.between(begin, clock.instant()).toMillis());
    }
}
