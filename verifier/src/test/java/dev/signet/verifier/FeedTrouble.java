package dev.signet.verifier;

import dev.signet.testkit.MovableClock;
import dev.signet.token.feed.FeedCodec;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.verifier.fake.FakeAuthority;
import dev.signet.verifier.fake.Handler;
import dev.signet.verifier.fake.Misbehaviour;
import dev.signet.verifier.fake.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ways in which a feed goes wrong, also on purpose. */
final class FeedTrouble {

    private final FakeAuthority authority;
    private final MovableClock clock;
    private final List<byte[]> recorded = new CopyOnWriteArrayList<>();
    private final List<String> snapshots = new CopyOnWriteArrayList<>();

    FeedTrouble(FakeAuthority authority, MovableClock clock) {
        this.authority = authority;
        this.clock = clock;
        record();
    }

    private void record() {
        FeedMessage.Batch batch = authority.batchAfter(Math.max(0, authority.lastSeq() - 1));
        recorded.add(FakeAuthority.sse(batch.lastSeq(), authority.sign(batch)));
        snapshots.add(authority.sign(authority.snapshot()));
    }

    /** A stream that misleads or fails. */
    Handler feed(Random random) {
        record();
        return switch (random.nextInt(8)) {
            case 0 -> (request, reply) -> repeat(reply, oneOf(recorded, random));
            case 1 -> (request, reply) -> replayAll(reply);
            case 2 -> (request, reply) -> repeat(reply, forged());
            case 3 -> (request, reply) -> repeat(reply, gap());
            case 4 -> (request, reply) -> repeat(reply, bytes("event: batch\ndata: x.y.z\n\n"));
            case 5 -> (request, reply) -> repeat(reply, bytes(": alive\n\n"));
            case 6 ->
                    (request, reply) ->
                            reply.send(
                                    410,
                                    "application/problem+json",
                                    "{\"code\":\"snapshot_needed\"}");
            default -> any(random, new byte[0]);
        };
    }

    /** A snapshot that is old, forged or not there. */
    Handler snapshot(Random random) {
        record();
        String old = snapshots.get(random.nextInt(snapshots.size()));
        return switch (random.nextInt(3)) {
            case 0 -> (request, reply) -> reply.send(200, "application/jose", old);
            case 1 -> (request, reply) -> reply.send(200, "application/jose", forgedSnapshot());
            default -> any(random, bytes(old));
        };
    }

    private static Handler any(Random random, byte[] good) {
        Misbehaviour[] all = Misbehaviour.values();
        return all[random.nextInt(all.length)].handler(good);
    }

    private static byte[] oneOf(List<byte[]> messages, Random random) {
        return messages.get(Math.floorMod(random.nextInt(), messages.size()));
    }

    private void repeat(Reply reply, byte[] message) throws Exception {
        reply.head(200, "text/event-stream");
        while (true) {
            reply.write(message);
            pause();
        }
    }

    private void replayAll(Reply reply) throws Exception {
        reply.head(200, "text/event-stream");
        for (byte[] message : recorded) {
            reply.write(message);
            pause();
        }
        reply.stall();
    }

    private static void pause() throws InterruptedException {
        if (new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }

    /** Signed by a key that is not the authority's. */
    private byte[] forged() {
        return FakeAuthority.sse(1, signByStranger(authority.batchAfter(authority.lastSeq())));
    }

    private String forgedSnapshot() {
        return signByStranger(
                new FeedMessage.Snapshot(
                        authority.epoch(), clock.instant(), authority.lastSeq() + 5, List.of()));
    }

    private String signByStranger(FeedMessage message) {
        return new FeedCodec(authority.uri().toString()).sign(message, FakeAuthority.newKey());
    }

    /** Genuine, but two numbers ahead. */
    private byte[] gap() {
        long seq = authority.lastSeq() + 2;
        FeedEntry entry =
                new FeedEntry(
                        seq,
                        clock.instant(),
                        new SessionRevoked("ses_gap", clock.instant().plus(Duration.ofHours(2))));
        return FakeAuthority.sse(
                seq,
                authority.sign(
                        new FeedMessage.Batch(
                                authority.epoch(), clock.instant(), seq, List.of(entry))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
