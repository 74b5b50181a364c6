package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.testkit.TestAuthority;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.feed.FeedCodec;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.token.verdict.Verdict.Cause;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.FakeAuthority;
import dev.signet.verifier.fake.Handler;
import dev.signet.verifier.fake.Reply;
import dev.signet.verifier.fake.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The feed as it comes over a bad line, from a confused authority, or through a man in the middle.
 */
class FeedTest {

    private static final Verdict STALE = new Verdict.Unavailable(Cause.FEED_STALE);

    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority = new FakeAuthority(clock);
    private final Verifier verifier =
            TestVerifiers.fresh(TestVerifiers.of(authority, clock), authority);
    private final IssuedToken token = authority.userToken("usr_1", "ses_1");
    private final IssuedToken revoked = authority.userToken("usr_2", "ses_2");
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void stop() {
        ended.countDown();
        verifier.close();
        authority.close();
    }

    private int feeds() {
        return authority.requests(FakeAuthority.FEED);
    }

    private int snapshots() {
        return authority.requests(FakeAuthority.SNAPSHOT);
    }

    private RevocationEvent event(String session) {
        return new SessionRevoked(session, clock.instant().plusSeconds(7200));
    }

    private void feedIs(Handler handler) {
        authority.misbehave(FakeAuthority.FEED, handler);
        authority.hangUp();
    }

    private boolean pause(long millis) throws InterruptedException {
        return !ended.await(millis, TimeUnit.MILLISECONDS);
    }

    private byte[] heartbeat() {
        FeedMessage.Batch batch = authority.batchAfter(authority.lastSeq());
        return FakeAuthority.sse(batch.lastSeq(), authority.sign(batch));
    }

    /** Sends one message and then good signs of life. */
    private Handler sending(byte[] message) {
        return (request, reply) -> {
            reply.head(200, "text/event-stream");
            reply.write(message);
            while (pause(20)) {
                reply.write(heartbeat());
            }
        };
    }

    @Test
    void a_gap_is_closed_by_a_snapshot() {
        int before = snapshots();
        authority.misbehave(FakeAuthority.SNAPSHOT, (request, reply) -> reply.reset());
        for (String session : List.of("a", "b", "c")) {
            authority.publish(event(session));
        }
        TestVerifiers.upToDate(verifier, authority);
        authority.publish(event("ses_2"));
        FeedEntry skipping = new FeedEntry(6, clock.instant(), event("d"));
        FeedMessage.Batch gap =
                new FeedMessage.Batch(authority.epoch(), clock.instant(), 6, List.of(skipping));
        feedIs(sending(FakeAuthority.sse(6, authority.sign(gap))));
        Await.until("a snapshot is asked for", () -> snapshots() > before);
        assertThat(verifier.status().lastSeq()).isLessThan(6);

        authority.behave();
        TestVerifiers.upToDate(verifier, authority);
        assertThat(verifier.verify(revoked.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_SESSION));
    }

    @Test
    void another_epoch_is_adopted_by_a_snapshot_and_takes_nothing_back() {
        authority.revokeToken(revoked);
        TestVerifiers.upToDate(verifier, authority);
        int before = snapshots();
        authority.misbehave(
                FakeAuthority.SNAPSHOT,
                (request, reply) ->
                        reply.send(
                                200,
                                "application/jose",
                                authority.sign(
                                        new FeedMessage.Snapshot(
                                                authority.epoch(),
                                                authority.snapshot().at(),
                                                0,
                                                List.of()))));
        authority.startEpoch();
        TestVerifiers.upToDate(verifier, authority);

        assertThat(snapshots()).isGreaterThan(before);
        assertThat(verifier.verify(revoked.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
        assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_message_of_a_wrong_key_revokes_nothing_and_is_followed_by_a_snapshot() {
        int before = snapshots();
        FeedMessage.Batch lie =
                new FeedMessage.Batch(
                        authority.epoch(),
                        clock.instant(),
                        1,
                        List.of(new FeedEntry(1, clock.instant(), event("ses_1"))));
        String forged = new FeedCodec(authority.uri().toString()).sign(lie, FakeAuthority.newKey());
        feedIs(sending(FakeAuthority.sse(1, forged)));
        clock.advance(TestVerifiers.LIMITS.keyCooldown());
        Await.until("a snapshot is asked for", () -> snapshots() > before);

        assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Valid.class);
        assertThat(verifier.status().lastSeq()).isZero();
    }

    @Test
    void a_place_that_the_authority_cannot_go_on_from_needs_a_snapshot() {
        for (int status : new int[] {409, 410}) {
            int before = snapshots();
            feedIs((request, reply) ->
                    reply.send(
                            status, "application/problem+json", "{\"code\":\"snapshot_needed\"}"));
            Await.until("a snapshot is asked for", () -> snapshots() > before);
        }
    }

    @Test
    void other_problems_need_patience_and_no_snapshot() {
        int before = snapshots();
        int feeds = feeds();
        feedIs((request, reply) ->
                reply.send(409, "application/problem+json", "{\"code\":\"busy\"}"));
        Await.until("it has tried again", () -> feeds() > feeds + 3);

        assertThat(snapshots()).isEqualTo(before);
    }

    static Stream<Arguments> deadFeeds() {
        return Stream.of(
                feed("an error", (request, reply) -> reply.send(500, "text/plain", "")),
                feed("a reset", (request, reply) -> reply.reset()),
                feed("an end", (request, reply) -> reply.head(200, "text/event-stream")),
                feed("html", (request, reply) -> reply.send(200, "text/html", "<html>")),
                feed("json", (request, reply) -> reply.send(200, "application/json", "{}")),
                feed(
                        "a redirect",
                        (request, reply) ->
                                reply.send(
                                        307,
                                        "text/event-stream",
                                        new byte[0],
                                        "Location: http://127.0.0.1:1/")),
                feed(
                        "compression",
                        (request, reply) ->
                                reply.head(200, "text/event-stream", "Content-Encoding: gzip")),
                feed("silence before the head", (request, reply) -> reply.stall()),
                feed(
                        "silence after the head",
                        (request, reply) -> {
                            reply.head(200, "text/event-stream");
                            reply.stall();
                        }),
                feed("comments for ever", repeating(": alive\n\n")),
                feed("other events for ever", repeating("event: ping\ndata: 1\n\n")),
                feed("a line for ever", repeating("data: " + "a".repeat(50_000))),
                feed("data for ever", repeating("data: " + "a".repeat(50_000) + "\n")),
                feed("nonsense", repeating("event: batch\ndata: nonsense\n\n")));
    }

    private static Arguments feed(String name, Handler handler) {
        return Arguments.of(name, handler);
    }

    private static Handler repeating(String text) {
        return (request, reply) -> {
            reply.head(200, "text/event-stream");
            while (true) {
                reply.write(text.getBytes(StandardCharsets.UTF_8));
                if (new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deadFeeds")
    void a_feed_that_brings_nothing_is_connected_anew_and_does_not_keep_us_fresh(
            String name, Handler handler) {
        int before = feeds();
        feedIs(handler);
        Await.until("it has tried again", () -> feeds() > before + 1);
        assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Valid.class);
        clock.advance(Duration.ofSeconds(31));
        assertThat(verifier.verify(token.value())).isEqualTo(STALE);

        authority.revokeToken(revoked);
        authority.behave();
        TestVerifiers.upToDate(verifier, authority);
        assertThat(verifier.verify(revoked.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
        assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void whoever_replays_signs_of_life_cannot_keep_us_fresh() {
        byte[] recorded = heartbeat();
        feedIs((request, reply) -> {
            reply.head(200, "text/event-stream");
            while (pause(10)) {
                reply.write(recorded);
            }
        });
        int before = feeds();
        Await.until("the replay runs", () -> feeds() > before);
        clock.advance(Duration.ofSeconds(31));

        assertThat(
                        Await.within(
                                Duration.ofMillis(500),
                                () -> !verifier.verify(token.value()).equals(STALE)))
                .isFalse();
    }

    @Test
    void whoever_holds_the_stream_back_cannot_keep_us_fresh() {
        AtomicLong sent = new AtomicLong();
        byte[] first = heartbeat();
        clock.advance(Duration.ofSeconds(1));
        byte[] second = heartbeat();
        feedIs((request, reply) -> {
            clock.advance(Duration.ofSeconds(40));
            reply.head(200, "text/event-stream");
            for (byte[] held : List.of(first, second)) {
                reply.write(held);
                sent.incrementAndGet();
            }
            reply.stall();
        });
        Await.until("held messages have come", () -> sent.get() == 2);

        Await.until("they do not count", () -> verifier.verify(token.value()).equals(STALE));
    }

    @Test
    void an_old_snapshot_is_not_taken_for_the_state_of_things() {
        String old = authority.sign(authority.snapshot());
        for (int i = 0; i < 5; i++) {
            authority.publish(event("s" + i));
        }
        TestVerifiers.upToDate(verifier, authority);
        authority.misbehave(
                FakeAuthority.SNAPSHOT,
                (request, reply) -> reply.send(200, "application/jose", old));
        feedIs((request, reply) ->
                reply.send(410, "application/problem+json", "{\"code\":\"snapshot_needed\"}"));
        int before = snapshots();
        Await.until("the old one was offered", () -> snapshots() > before + 2);

        assertThat(verifier.status().lastSeq()).isEqualTo(5);
        authority.behave();
        authority.publish(event("s6"));
        TestVerifiers.upToDate(verifier, authority);
    }

    @Test
    void a_first_snapshot_that_is_forged_or_too_large_opens_nothing() {
        for (Handler bad : List.of(forgedSnapshot(), largeSnapshot())) {
            authority.misbehave(FakeAuthority.SNAPSHOT, bad);
            int before = snapshots();
            try (Verifier other = TestVerifiers.of(authority, clock).start()) {
                Await.until("the bad snapshot was offered", () -> snapshots() > before + 1);
                assertThat(other.verify(token.value())).isEqualTo(STALE);

                authority.behave();
                TestVerifiers.upToDate(other, authority);
                assertThat(other.verify(token.value())).isInstanceOf(Verdict.Valid.class);
            }
        }
    }

    private Handler forgedSnapshot() {
        String forged =
                new FeedCodec(authority.uri().toString())
                        .sign(authority.snapshot(), FakeAuthority.newKey());
        return (request, reply) -> reply.send(200, "application/jose", forged);
    }

    @Test
    void a_first_snapshot_that_is_old_opens_nothing_until_the_feed_has_caught_up() {
        FeedMessage.Snapshot good = authority.snapshot();
        FeedMessage.Snapshot old =
                new FeedMessage.Snapshot(
                        good.epoch(), good.at().minusSeconds(60), good.lastSeq(), good.events());
        authority.misbehave(
                FakeAuthority.SNAPSHOT,
                (request, reply) -> reply.send(200, "application/jose", authority.sign(old)));
        authority.misbehave(FakeAuthority.FEED, (request, reply) -> reply.reset());
        authority.revokeToken(revoked);
        try (Verifier other = TestVerifiers.of(authority, clock).start()) {
            Await.until(
                    "the old snapshot is in", () -> other.status().freshness() == Freshness.STALE);
            assertThat(other.verify(token.value())).isEqualTo(STALE);

            authority.behave(FakeAuthority.FEED);
            TestVerifiers.upToDate(other, authority);
            assertThat(other.verify(revoked.value()))
                    .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
        }
    }

    private static Handler largeSnapshot() {
        byte[] large = "a".repeat(17 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        return (request, reply) -> reply.send(200, "application/jose", large);
    }

    @Test
    void a_forgotten_service_token_costs_a_reconnect_and_nothing_else() {
        authority.forgetServiceTokens();
        authority.hangUp();
        authority.revokeToken(revoked);
        TestVerifiers.upToDate(verifier, authority);

        assertThat(verifier.verify(revoked.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
    }

    @Test
    void more_revocations_than_fit_in_a_batch_arrive_in_order() {
        authority.misbehave(FakeAuthority.FEED, (request, reply) -> reply.reset());
        authority.hangUp();
        for (int i = 0; i < 3 * FeedMessage.BATCH_MAX; i++) {
            authority.publish(event("many-" + i));
        }
        int before = snapshots();
        authority.behave();
        TestVerifiers.upToDate(verifier, authority);

        assertThat(verifier.status().revocations()).isEqualTo(3 * FeedMessage.BATCH_MAX);
        assertThat(snapshots()).isEqualTo(before);
    }

    @Test
    void a_feed_that_is_signed_by_a_brand_new_key_is_read_although_others_use_up_the_cooldown() {
        SigningKey next = authority.publishKey();
        clock.advance(TestVerifiers.LIMITS.keyCooldown());
        verifier.verify(forgedKid());
        clock.advance(Duration.ofSeconds(1));
        authority.activate(next);
        authority.publish(new KeyActivated(next.kid()));
        authority.revokeToken(revoked);
        TestVerifiers.upToDate(verifier, authority);

        assertThat(verifier.verify(revoked.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
    }

    private String forgedKid() {
        TestAuthority stranger = new TestAuthority(clock);
        return stranger.userToken("usr_1", "ses_1").value();
    }

    @Test
    void a_snapshot_that_never_comes_to_an_end_is_given_up() {
        authority.misbehave(FakeAuthority.SNAPSHOT, FeedTest::dripSnapshot);
        try (Verifier other = TestVerifiers.of(authority, clock).start()) {
            int before = snapshots();
            Await.until("it is asked for again", () -> snapshots() > before + 1);
            authority.behave();
            TestVerifiers.upToDate(other, authority);
        }
    }

    private static void dripSnapshot(Request request, Reply reply) throws Exception {
        reply.head(200, "application/jose");
        reply.drip(new byte[10_000]);
    }
}
