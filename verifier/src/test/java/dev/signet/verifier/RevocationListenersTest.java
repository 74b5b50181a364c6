package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.FakeAuthority;
import dev.signet.verifier.fake.Handler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RevocationListenersTest {

    /** Writes down what it is told. */
    private static class Diary implements RevocationListener {
        final List<Object> entries = new CopyOnWriteArrayList<>();

        @Override
        public void onRevocation(RevocationEvent event) {
            entries.add(event);
        }

        long revocations() {
            return entries.stream().filter(RevocationEvent.class::isInstance).count();
        }

        @Override
        public void onMissedRevocations() {
            entries.add("missed");
        }

        @Override
        public void onFreshness(Freshness freshness) {
            entries.add(freshness);
        }
    }

    private final MovableClock clock = MovableClock.start();

    private static List<RevocationEvent> event(int number) {
        return List.of(new KeyRevoked("key-" + number));
    }

    @Test
    void an_event_is_in_force_when_listeners_are_told() {
        try (FakeAuthority authority = new FakeAuthority(clock);
                Verifier verifier =
                        TestVerifiers.fresh(TestVerifiers.of(authority, clock), authority)) {
            IssuedToken token = authority.userToken("usr_1", "ses_1");
            verifier.verify(token.value());
            List<Verdict> seen = new CopyOnWriteArrayList<>();
            verifier.onRevocation(
                    new Diary() {
                        @Override
                        public void onRevocation(RevocationEvent event) {
                            seen.add(verifier.verify(token.value()));
                        }
                    });
            authority.revokeToken(token);
            Await.until("the listener was told", () -> !seen.isEmpty());

            assertThat(seen).containsOnly(new Verdict.Invalid(Reason.REVOKED_TOKEN));
        }
    }

    @Test
    void listeners_learn_when_the_feed_becomes_stale_and_fresh_again() {
        try (FakeAuthority authority = new FakeAuthority(clock);
                Verifier verifier =
                        TestVerifiers.fresh(TestVerifiers.of(authority, clock), authority)) {
            Diary diary = new Diary();
            Handler away = (request, reply) -> reply.reset();
            verifier.onRevocation(diary);
            authority.misbehave(FakeAuthority.FEED, away);
            authority.hangUp();
            clock.advance(Duration.ofSeconds(31));
            Await.until("they know", () -> diary.entries.contains(Freshness.STALE));

            authority.behave();
            Await.until(
                    "they know again",
                    () ->
                            diary.entries.lastIndexOf(Freshness.FRESH)
                                    > diary.entries.indexOf(Freshness.STALE));
        }
    }

    @Test
    void events_of_a_snapshot_are_told_too() {
        try (FakeAuthority authority = new FakeAuthority(clock)) {
            authority.publish(new KeyRevoked("key-1"));
            Handler away = (request, reply) -> reply.reset();
            authority.misbehave(FakeAuthority.SNAPSHOT, away);
            try (Verifier verifier = TestVerifiers.of(authority, clock).start()) {
                Diary diary = new Diary();
                verifier.onRevocation(diary);
                authority.behave();

                Await.until(
                        "the snapshot's event was told",
                        () -> diary.entries.contains(new KeyRevoked("key-1")));
            }
        }
    }

    @Test
    void a_listener_that_hangs_delays_nobody_but_is_told_that_it_missed_something() {
        CountDownLatch hanging = new CountDownLatch(1);
        Diary diary =
                new Diary() {
                    @Override
                    public void onRevocation(RevocationEvent event) {
                        uninterruptibly(hanging);
                        super.onRevocation(event);
                    }
                };
        try (RevocationListeners listeners = new RevocationListeners(10)) {
            listeners.add(diary);
            for (int i = 0; i < 1000; i++) {
                listeners.applied(event(i));
            }
            hanging.countDown();
            Await.until("it was told of what fitted", () -> diary.revocations() == 11);

            assertThat(diary.entries).contains("missed");
        }
    }

    @Test
    void who_missed_something_learns_it_although_nothing_new_happens() {
        CountDownLatch hanging = new CountDownLatch(1);
        Diary diary =
                new Diary() {
                    @Override
                    public void onRevocation(RevocationEvent event) {
                        uninterruptibly(hanging);
                    }
                };
        try (RevocationListeners listeners = new RevocationListeners(1)) {
            listeners.add(diary);
            listeners.applied(event(1));
            for (int i = 2; i < 10; i++) {
                listeners.applied(event(i));
            }
            hanging.countDown();
            Await.until(
                    "it was told",
                    () -> {
                        listeners.remind();
                        return diary.entries.contains("missed");
                    });
        }
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_listener_that_fails_does_not_keep_the_others_from_hearing(Runnable bug) {
        Diary diary = new Diary();
        try (RevocationListeners listeners = new RevocationListeners(10)) {
            listeners.add(
                    new Diary() {
                        @Override
                        public void onRevocation(RevocationEvent event) {
                            bug.run();
                        }
                    });
            listeners.add(diary);
            listeners.applied(event(1));
            listeners.applied(event(2));
            Await.until("the other has heard", () -> diary.entries.size() == 2);
        }
    }

    static Stream<Runnable> bugs() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("a bug of the test's listener");
                },
                () -> {
                    throw new NoClassDefFoundError("a class that the test's listener lacks");
                });
    }

    @Test
    void who_left_hears_nothing_more() {
        Diary gone = new Diary();
        Diary here = new Diary();
        try (RevocationListeners listeners = new RevocationListeners(10)) {
            listeners.add(gone).close();
            listeners.add(here);
            listeners.applied(event(1));
            Await.until("the other has heard", () -> here.entries.size() == 1);
        }
        assertThat(gone.entries).isEmpty();
    }
}
