package dev.signet.chat.workspace;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.AgentFailedException;
import dev.signet.chat.agent.RunEndedException;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.login.CurrentVerdict;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.Failure;
import dev.signet.chat.run.NewRunOutcome;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.PlainData;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.run.StopReason;
import dev.signet.token.revocation.RevocationEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins runs, keeps them at work within the bounds, and ends them. */
final class LiveRuns {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRuns.class);

    private final RunPreparation preparation;
    private final RunJournal journal;
    private final RunStore runs;
    private final CurrentVerdict verdicts;
    private final ToolBox tools;
    private final ChatLimits limits;
    private final InstantSource clock;
    private final Ids ids;
    private final RunSlots slots;

    LiveRuns(
            RunPreparation preparation,
            RunJournal journal,
            RunStore runs,
            CurrentVerdict verdicts,
            ToolBox tools,
            ChatLimits limits,
            InstantSource clock,
            Ids ids) {
        this.preparation = preparation;
        this.journal = journal;
        this.runs = runs;
        this.verdicts = verdicts;
        this.tools = tools;
        this.limits = limits;
        this.clock = clock;
        this.ids = ids;
        this.slots = new RunSlots(limits.running());
    }

    StartOutcome start(UserContext context, ChatRequest request, Consumer<Run> accepted) {
        Optional<StartOutcome> early =
                invalid(request).or(() -> repeated(context, request, accepted));
        if (early.isPresent()) {
            return early.get();
        }
        RunId id = ids.run();
        Optional<StartOutcome.Cause> full = slots.take(id, context.userId());
        if (full.isPresent()) {
            return new StartOutcome.Refused(full.get());
        }
        boolean launched = false;
        try {
            StartOutcome outcome = begin(id, context, request, accepted);
            launched = outcome instanceof StartOutcome.Started;
            return outcome;
        } finally {
            if (!launched) {
                slots.free(id);
            }
        }
    }

    private Optional<StartOutcome> invalid(ChatRequest request) {
        if (request.text().isBlank()) {
            return Optional.of(new StartOutcome.Refused(StartOutcome.Cause.TEXT_EMPTY));
        }
        if (PlainData.utf8Bytes(request.text()) > limits.texts().messageBytes()) {
            return Optional.of(new StartOutcome.Refused(StartOutcome.Cause.TEXT_TOO_LONG));
        }
        return Optional.empty();
    }

    private Optional<StartOutcome> repeated(
            UserContext context, ChatRequest request, Consumer<Run> accepted) {
        return request.key()
                .flatMap(key -> runs.run(context.userId(), key))
                .map(run -> repeated(context, request, run, accepted));
    }

    /** A key under which something else comes is a mistake, not a repetition to be swallowed. */
    private StartOutcome repeated(
            UserContext context, ChatRequest request, Run run, Consumer<Run> accepted) {
        boolean sameThread = request.threadId().map(run.threadId()::equals).orElse(true);
        if (!sameThread || !asked(context, run).equals(Optional.of(request.text()))) {
            return new StartOutcome.Refused(StartOutcome.Cause.KEY_REUSED);
        }
        tell(accepted, run);
        return new StartOutcome.Repeated(run);
    }

    private Optional<String> asked(UserContext context, Run run) {
        return runs.events(context.userId(), run.id(), 0, 1).stream()
                .map(RunEvent::payload)
                .filter(Payload.AgentStarted.class::isInstance)
                .map(started -> ((Payload.AgentStarted) started).task())
                .findFirst();
    }

    /** The run is stored and goes on, whatever becomes of who asked for it. */
    private static void tell(Consumer<Run> accepted, Run run) {
        try {
            accepted.accept(run);
        } catch (RuntimeException e) {
            LOG.error("event=acceptance_not_told run={}", run.id(), e);
        }
    }

    private StartOutcome begin(
            RunId id, UserContext context, ChatRequest request, Consumer<Run> accepted) {
        PreparedRun prepared = preparation.prepare(id, context, request);
        return switch (runs.begin(prepared.newRun())) {
            case NewRunOutcome.Stored _ ->
                    new StartOutcome.Started(launch(prepared, context, accepted));
            case NewRunOutcome.Repeated(var run) -> repeated(context, request, run, accepted);
            case NewRunOutcome.NoSuchThread _ -> new StartOutcome.NoSuchThread();
            case NewRunOutcome.TooManyThreads _ ->
                    new StartOutcome.Refused(StartOutcome.Cause.TOO_MANY_THREADS);
            case NewRunOutcome.ThreadFull _ ->
                    new StartOutcome.Refused(StartOutcome.Cause.THREAD_FULL);
        };
    }

    private Run launch(PreparedRun prepared, UserContext context, Consumer<Run> accepted) {
        Run begun = prepared.newRun().run();
        RunId id = begun.id();
        LiveRun run = new LiveRun(journal, verdicts, tools, limits, clock, ids, context, prepared);
        Thread worker =
                Thread.ofVirtual()
                        .name("run-" + id)
                        .unstarted(() -> work(id, run, prepared.agent()));
        run.workOn(worker);
        Runnable before =
                () -> {
                    slots.occupy(id, run);
                    tell(accepted, begun);
                };
        run.announce(before, prepared.newRun().started());
        worker.start();
        Thread.ofVirtual().name("watch-" + id).start(() -> watch(worker, run));
        return begun;
    }

    private void work(RunId id, LiveRun run, Agent agent) {
        try {
            agent.work(run);
            run.complete();
        } catch (RunEndedException e) {
            LOG.debug("event=run_ended_early run={}", id);
        } catch (InterruptedException e) {
            end(id, run, new Failure("interrupted", "The work on this was interrupted."));
        } catch (AgentFailedException e) {
            LOG.warn("event=agent_failed run={} cause=\"{}\"", id, e.getMessage());
            end(id, run, e.failure());
        } catch (RuntimeException e) {
            LOG.error("event=agent_broken run={}", id, e);
            end(id, run, new Failure("internal", "Something went wrong; the fault is ours."));
        } finally {
            slots.free(id);
        }
    }

    private static void end(RunId id, LiveRun run, Failure failure) {
        try {
            run.fail(failure);
        } catch (RuntimeException e) {
            LOG.error("event=run_lost run={}", id, e);
        }
    }

    private void watch(Thread worker, LiveRun run) {
        try {
            if (!worker.join(limits.running().runTime())) {
                run.timeOut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("event=run_lost run={}", run.id(), e);
        }
    }

    boolean holds(RunId id) {
        return slots.holds(id);
    }

    int count() {
        return slots.count();
    }

    void stop(UserId owner, RunId id, StopReason reason) {
        stopAll(run -> run.is(owner, id), reason);
    }

    void stopIn(UserId owner, ThreadId thread) {
        stopAll(run -> run.isIn(owner, thread), StopReason.USER);
    }

    /** Stops the runs whose token the event ends. */
    void revoke(RevocationEvent event) {
        stopAll(
                run -> event.reasonAgainst(run.context().identity()).map(StopReason::of),
                limits.running().runTime());
    }

    void renew(UserContext newer) {
        slots.runs().stream()
                .filter(run -> run.context().continuedBy(newer))
                .forEach(run -> run.renew(newer));
    }

    private void stopAll(Predicate<LiveRun> which, StopReason reason) {
        stopAll(
                run -> which.test(run) ? Optional.of(reason) : Optional.empty(),
                limits.running().runTime());
    }

    /** Side by side, so that one slow store does not hold up the rest. */
    private void stopAll(Function<LiveRun, Optional<StopReason>> why, Duration patience) {
        Map<LiveRun, StopReason> hit = new HashMap<>();
        slots.runs().forEach(run -> why.apply(run).ifPresent(reason -> hit.put(run, reason)));
        CountDownLatch left = new CountDownLatch(hit.size());
        hit.forEach((run, reason) -> Thread.ofVirtual().start(() -> stop(run, reason, left)));
        await(left, patience);
    }

    private static void stop(LiveRun run, StopReason reason, CountDownLatch left) {
        try {
            run.stop(reason);
        } catch (RuntimeException e) {
            LOG.error("event=run_lost run={}", run.id(), e);
        } finally {
            left.countDown();
        }
    }

    private static void await(CountDownLatch left, Duration patience) {
        try {
            if (!left.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("event=runs_not_stopped_in_time runs={}", left.getCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes at most three times as long as that. */
    void shutDown(Duration patience) throws InterruptedException {
        slots.close();
        slots.awaitEmpty(patience);
        stopAll(_ -> Optional.of(StopReason.SHUTDOWN), patience);
        slots.awaitEmpty(patience);
    }
}
