package dev.signet.authority.http.feed;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** {@code GET /feed/snapshot}: everything that is revoked, as one signed message. */
record SnapshotEndpoint(SignedFeed signed) {

    Answer answer(Request request, Identity service) {
        Buffer message = Buffer.buffer(signed.snapshot().text());
        return new Answer.Bytes(200, "application/jose", message, List.of());
    }
}
