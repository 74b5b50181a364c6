package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.access.VerifiedTokens.Entry;
import dev.signet.token.forgery.Forge;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.VerificationKey;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final int GENERATION = 100;
    private static final int THREADS = 8;

    private final Forge forge = Forge.shared();
    private final VerificationKey key = forge.key().verificationKey();
    private final Identity identity = identity();
    private final VerifiedTokens tokens = new VerifiedTokens(GENERATION);

    private Identity identity() {
        Verdict verdict =
                forge.validator(CryptoProvider.best(), new RevocationState())
                        .validate(forge.token());
        return ((Verdict.Valid) verdict).identity();
    }

    private Entry entry() {
        return new Entry(identity, key);
    }

    @Test
    void what_was_remembered_is_found_by_an_equal_text_and_no_other() {
        Entry entry = entry();
        tokens.remember("abc", entry);

        assertThat(tokens.find(new String("abc".toCharArray()))).containsSame(entry);
        assertThat(tokens.find("abd")).isEmpty();
        assertThat(tokens.find("ab")).isEmpty();
    }

    @Test
    void at_least_the_last_generation_is_known() {
        IntStream.range(0, 1_000).forEach(i -> tokens.remember("t" + i, entry()));

        assertThat(IntStream.range(1_000 - GENERATION, 1_000))
                .allMatch(i -> tokens.find("t" + i).isPresent());
    }

    @Test
    void what_is_asked_for_stays() {
        tokens.remember("busy", entry());
        for (int i = 0; i < 1_000; i++) {
            tokens.remember("t" + i, entry());
            assertThat(tokens.find("busy")).isPresent();
        }
    }

    @Test
    void what_is_not_asked_for_goes() {
        tokens.remember("idle", entry());
        IntStream.range(0, 3 * GENERATION).forEach(i -> tokens.remember("t" + i, entry()));

        assertThat(tokens.find("idle")).isEmpty();
    }

    @Test
    void long_texts_are_not_kept() {
        String longest = "x".repeat(4_096);
        tokens.remember(longest, entry());
        tokens.remember(longest + "x", entry());

        assertThat(tokens.find(longest)).isPresent();
        assertThat(tokens.find(longest + "x")).isEmpty();
        assertThat(tokens.size()).isEqualTo(1);
    }

    @Test
    void two_generations_are_the_bound_however_many_threads_write() throws Exception {
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            writers.add(() -> write(thread));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Integer> largest : threads.invokeAll(writers)) {
                assertThat(largest.get()).isLessThanOrEqualTo(2 * (GENERATION + THREADS));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** The greatest size seen meanwhile. */
    private int write(int thread) {
        int largest = 0;
        for (int i = 0; i < 20_000; i++) {
            tokens.remember("t" + thread + '-' + i, entry());
            tokens.find("t" + thread + '-' + (i - GENERATION / 2));
            largest = Math.max(largest, tokens.size());
        }
        return largest;
    }
}
