package dev.signet.authority.http.feed;

import dev.signet.authority.feed.FeedPage;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Problem;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;

/**
 * {@code GET /feed?since=SEQ&epoch=EPOCH} as server-sent events. A reader that is too far behind,
 * or of another epoch, is answered 410 with code {@code snapshot_needed}.
 */
record FeedEndpoint(SignedFeed signed, Readers readers, EndpointLimits limits) {

    Answer answer(Request request, Identity service) {
        Parameters query = request.queryParameters();
        long since = number(query.require("since"));
        String epoch = query.find("epoch").orElseGet(signed.feed()::epoch);
        if (signed.after(epoch, since) instanceof FeedPage.SnapshotNeeded) {
            return Answer.refusal(
                    Problem.of(410, "snapshot_needed", "The feed does not reach back so far.")
                            .withAction("Read /feed/snapshot and go on from its seq."));
        }
        if (signed.feed().subscribers() >= limits.feedReaders()) {
            return Answer.refusal(Problem.unavailable("Too many readers.", 5));
        }
        var place = new FeedStream.Place(epoch, since, () -> readers.mayGoOn(service));
        return new Answer.Stream(
                response -> new FeedStream(signed, response, place).start(limits.feedHeartbeat()));
    }

    private static long number(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException notANumber) {
            throw new RefusedException(Problem.badRequest("since must be a number from 0 on."));
        }
    }
}
