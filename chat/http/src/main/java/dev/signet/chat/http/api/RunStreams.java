package dev.signet.chat.http.api;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.id.RunId;
import dev.signet.chat.run.Run;
import dev.signet.chat.workspace.ConnectOutcome;
import dev.signet.chat.workspace.Workspace;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Streams of one run's events, stored ones first. A stream ends after the run's last event, when
 * its reader's token expires or is revoked, and when the reader is too slow; the reader may come
 * back with the number of the last event that it saw.
 */
public final class RunStreams {

    private final Vertx vertx;
    private final BackendLimits.Streams limits;
    private final InstantSource clock;

    public RunStreams(Vertx vertx, BackendLimits.Streams limits, InstantSource clock) {
        this.vertx = vertx;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The stream after that event; 204 when nothing can follow, which tells browsers not to come
     * back.
     */
    public Answer stream(Workspace workspace, RunId runId, long afterSeq) {
        Optional<Run> run = workspace.run(runId);
        if (run.filter(r -> r.state().ended() && afterSeq >= r.lastSeq()).isPresent()) {
            return Answer.noContent();
        }
        RunStream stream = new RunStream(vertx, limits, clock, workspace.context());
        return switch (workspace.follow(runId, afterSeq, stream)) {
            case ConnectOutcome.Connected(var connection) -> {
                stream.belongTo(connection);
                yield new Answer.Stream(stream::begin);
            }
            case ConnectOutcome.NoSuchRun _ ->
                    Answer.refusal(Problem.of(404, "not_found", "You have no such run."));
            case ConnectOutcome.TooMany _ ->
                    Answer.refusal(
                            Problem.of(429, "too_many", "Too many connections are open.")
                                    .withHeader("Retry-After", "5"));
            case ConnectOutcome.ShuttingDown _ ->
                    Answer.refusal(Problem.unavailable("The server is about to restart.", 1));
        };
    }
}
