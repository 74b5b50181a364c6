package dev.signet.chat.workspace;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.AgentFailedException;
import dev.signet.chat.agent.RunEndedException;
import dev.signet.chat.context.Revocation;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.event.Payload;
import dev.signet.chat.event.Plain;
import dev.signet.chat.event.RunEvent;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.limit.ChatLimits;
import dev.signet.chat.run.Begun;
import dev.signet.chat.run.Failure;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.StopReason;
import dev.signet.token.verdict.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins runs, keeps them at work within the bounds, and ends them. */
final class LiveRuns {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRuns.class);

    private final ChatParts parts;
    private final ChatLimits limits;
    private final Consumer<RunEvent> publisher;
    private final Places places;

    LiveRuns(ChatParts parts, Consumer<RunEvent> publisher) {
        this.parts = parts;
        this.limits = parts.limits();
        this.publisher = publisher;
        this.places = new Places(limits.running());
    }

    Start start(UserContext context, ChatRequest request, Consumer<Run> accepted) {
        Optional<Start> early = invalid(request).or(() -> repeated(context, request, accepted));
        if (early.isPresent()) {
            return early.get();
        }
        RunId id = parts.ids().run();
        Optional<Start.Cause> full = places.take(id, context.userId());
        if (full.isPresent()) {
            return new Start.Refused(full.get());
        }
        boolean launched = false;
        try {
            Start outcome = begin(id, context, request, accepted);
            launched = outcome instanceof Start.Started;
            return outcome;
        } finally {
            if (!launched) {
                places.free(id);
            }
        }
    }

    private Optional<Start> invalid(ChatRequest request) {
        if (request.text().isBlank()) {
            return Optional.of(new Start.Refused(Start.Cause.TEXT_EMPTY));
        }
        if (Plain.utf8Bytes(request.text()) > limits.texts().messageBytes()) {
            return Optional.of(new Start.Refused(Start.Cause.TEXT_TOO_LONG));
        }
        return Optional.empty();
    }

    private Optional<Start> repeated(
            UserContext context, ChatRequest request, Consumer<Run> accepted) {
        return request.key()
                .flatMap(key -> parts.runs().run(context.userId(), key))
                .map(run -> repeated(context, request, run, accepted));
    }

    /** A key under which something else comes is a mistake, not a repetition to be swallowed. */
    private Start repeated(
            UserContext context, ChatRequest request, Run run, Consumer<Run> accepted) {
        boolean sameThread = request.threadId().map(run.threadId()::equals).orElse(true);
        if (!sameThread || !asked(context, run).equals(Optional.of(request.text()))) {
            return new Start.Refused(Start.Cause.KEY_REUSED);
        }
        tell(accepted, run);
        return new Start.Repeated(run);
    }

    private Optional<String> asked(UserContext context, Run run) {
        return parts.runs().events(context.userId(), run.id(), 0, 1).stream()
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

    private Start begin(
            RunId id, UserContext context, ChatRequest request, Consumer<Run> accepted) {
        Launch launch = Launch.prepare(id, context, request, parts);
        return switch (parts.runs().begin(launch.beginning())) {
            case Begun.New _ -> new Start.Started(launch(launch, context, accepted));
            case Begun.Before(var run) -> repeated(context, request, run, accepted);
            case Begun.NoSuchThread _ -> new Start.NoSuchThread();
            case Begun.TooManyThreads _ -> new Start.Refused(Start.Cause.TOO_MANY_THREADS);
            case Begun.ThreadFull _ -> new Start.Refused(Start.Cause.THREAD_FULL);
        };
    }

    private Run launch(Launch launch, UserContext context, Consumer<Run> accepted) {
        Run begun = launch.beginning().run();
        RunId id = begun.id();
        LiveRun run = new LiveRun(parts, context, launch.machine(), launch.task(), publisher);
        Thread worker =
                Thread.ofVirtual().name("run-" + id).unstarted(() -> work(id, run, launch.agent()));
        run.workOn(worker);
        Runnable before =
                () -> {
                    places.occupy(id, run);
                    tell(accepted, begun);
                };
        run.announce(before, launch.beginning().started());
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
            places.free(id);
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
        return places.holds(id);
    }

    int count() {
        return places.count();
    }

    void stop(UserId owner, RunId id, StopReason reason) {
        stopAll(run -> run.is(owner, id), reason);
    }

    void stopIn(UserId owner, ThreadId thread) {
        stopAll(run -> run.isIn(owner, thread), StopReason.USER);
    }

    void revoke(Revocation revocation) {
        Reason reason = revocation.reason();
        stopAll(run -> revocation.hits(run.context().identity()), StopReason.of(reason));
    }

    void renew(UserContext newer) {
        places.runs().stream()
                .filter(run -> run.context().continuedBy(newer))
                .forEach(run -> run.renew(newer));
    }

    private void stopAll(Predicate<LiveRun> which, StopReason reason) {
        stopAll(which, reason, limits.running().runTime());
    }

    /** Side by side, so that one slow store does not hold up the rest. */
    private void stopAll(Predicate<LiveRun> which, StopReason reason, Duration patience) {
        List<LiveRun> runs = places.runs().stream().filter(which).toList();
        CountDownLatch left = new CountDownLatch(runs.size());
        runs.forEach(run -> Thread.ofVirtual().start(() -> stop(run, reason, left)));
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
        places.close();
        places.awaitEmpty(patience);
        stopAll(_ -> true, StopReason.SHUTDOWN, patience);
        places.awaitEmpty(patience);
    }
}
