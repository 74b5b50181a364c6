package dev.signet.authority.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.password.PasswordGate.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordGateTest {

    private static final Password RIGHT = new Password("right");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final WatchedHasher hasher = new WatchedHasher();

    @Test
    void no_more_hashes_run_at_the_same_time_than_there_are_cores() throws Exception {
        var gate = new PasswordGate(hasher, 2, LONG);
        List<Future<Check>> checks = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                checks.add(threads.submit(() -> gate.check(RIGHT, Optional.of(hash("right")))));
            }
        }

        assertThat(checks).allMatch(check -> check.resultNow() == Check.MATCHES);
        assertThat(hasher.mostAtOnce.get()).isBetween(1, 2);
    }

    @Test
    void whoever_would_have_to_wait_too_long_is_told_so() throws Exception {
        var gate = new PasswordGate(hasher, 1, Duration.ofMillis(1));
        var over = hasher.stay();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Check> first =
                    threads.submit(() -> gate.check(RIGHT, Optional.of(hash("right"))));
            hasher.inside.await();

            assertThat(gate.check(RIGHT, Optional.empty())).isEqualTo(Check.OVERLOADED);
            assertThat(gate.hash(RIGHT)).isEmpty();
            over.countDown();
            assertThat(first.get()).isEqualTo(Check.MATCHES);
        }
        assertThat(gate.hash(RIGHT)).isPresent();
    }

    @Test
    void the_queue_is_bounded() throws Exception {
        var gate = new PasswordGate(hasher, 1, LONG);
        var over = hasher.stay();
        int places = 1 + AuthorityLimits.HASHES_WAITING_PER_CORE;
        var refused = new CountDownLatch(3);
        List<Future<Check>> checks = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < places + 3; i++) {
                checks.add(threads.submit(() -> counted(gate, refused)));
            }
            refused.await();
            over.countDown();
        }

        assertThat(checks).filteredOn(c -> c.resultNow() == Check.MATCHES).hasSize(places);
        assertThat(checks).filteredOn(c -> c.resultNow() == Check.OVERLOADED).hasSize(3);
    }

    private static Check counted(PasswordGate gate, CountDownLatch refused) {
        Check check = gate.check(RIGHT, Optional.of(hash("right")));
        if (check == Check.OVERLOADED) {
            refused.countDown();
        }
        return check;
    }

    @Test
    void nobody_has_no_password_and_costs_the_same_work() {
        var gate = new PasswordGate(hasher, 1, LONG);
        int before = hasher.compared.get();

        assertThat(gate.check(new Password("the password of nobody"), Optional.empty()))
                .isEqualTo(Check.DIFFERS);
        assertThat(gate.check(RIGHT, Optional.of(hash("other")))).isEqualTo(Check.DIFFERS);
        assertThat(hasher.compared.get()).isEqualTo(before + 2);
    }

    private static PasswordHash hash(String password) {
        return new PasswordHash("$plain$" + password);
    }

    /** Compares plain texts and knows how many do so at the same time. */
    private static final class WatchedHasher implements PasswordHasher {

        private final AtomicInteger compared = new AtomicInteger();
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final CountDownLatch inside = new CountDownLatch(1);
        private volatile CountDownLatch over = new CountDownLatch(0);

        CountDownLatch stay() {
            over = new CountDownLatch(1);
            return over;
        }

        @Override
        public PasswordHash hash(Password password) {
            return PasswordGateTest.hash(password.text());
        }

        @Override
        public boolean matches(Password password, PasswordHash hash) {
            compared.incrementAndGet();
            mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
            inside.countDown();
            try {
                over.await();
                Thread.yield();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            } finally {
                now.decrementAndGet();
            }
            return hash.equals(hash(password));
        }

        @Override
        public boolean needsRehash(PasswordHash hash) {
            return false;
        }
    }
}
