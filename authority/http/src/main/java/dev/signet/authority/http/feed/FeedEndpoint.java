package dev.signet.authority.http.feed;

import dev.signet.authority.feed.FeedPage;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Problem;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;
import io.vertx.core.Vertx;
import java.util.concurrent.Semaphore;

/**
 * {@code GET /feed?since=SEQ&epoch=EPOCH} as server-sent events. A reader that is too far behind,
 * or of another epoch, is answered 410 with code {@code snapshot_needed}.
 */
final class FeedEndpoint {

    /** Readers at the same time; further ones are answered 503. */
    private static final int READERS_MAX = 10_000;

    private final Vertx vertx;
    private final SignedFeed signed;
    private final Semaphore places = new Semaphore(READERS_MAX);

    FeedEndpoint(Vertx vertx, SignedFeed signed) {
        this.vertx = vertx;
        this.signed = signed;
    }

    Answer answer(Request request, Identity service) {
        Parameters query = request.queryParameters();
        long since = number(query.require("since"));
        String epoch = query.find("epoch").orElseGet(signed.feed()::epoch);
        if (signed.after(epoch, since) instanceof FeedPage.SnapshotNeeded) {
            return Answer.refusal(
                    Problem.of(410, "snapshot_needed", "The feed does not reach back so far.")
                            .withAction("Read /feed/snapshot and go on from its seq."));
        }
        if (!places.tryAcquire()) {
            return Answer.refusal(Problem.unavailable("Too many readers.", 5));
        }
        return new Answer.Stream(response ->
                new FeedStream(vertx, signed, response, places::release)
                        .start(epoch, since, service.expiresAt()));
    }

    private static long number(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException notANumber) {
            throw new RefusedException(Problem.badRequest("since must be a number from 0 on."));
        }
    }
}
