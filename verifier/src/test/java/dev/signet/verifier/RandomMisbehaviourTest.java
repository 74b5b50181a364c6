package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.verdict.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the authority does wrong and in whatever order: a token whose revocation has reached the
 * verifier is never valid again, a good one is never called invalid, and when the trouble is over
 * every answer is right.
 */
class RandomMisbehaviourTest {

    private static final int ROUNDS = 18;
    private static final int STEPS = 60;

    private enum Seen {
        VALID,
        INVALID,
        UNAVAILABLE
    }

    private final Map<Seen, Integer> seen = new EnumMap<>(Seen.class);

    @Test
    void no_sequence_of_misbehaviour_makes_a_wrong_verdict() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            try (TroubledPlatform platform = new TroubledPlatform(random)) {
                for (int step = 0; step < STEPS; step++) {
                    String what = platform.step();
                    check(platform, "seed " + seed + " round " + round + "." + step + " " + what);
                }
                platform.recover();
                checkAll(platform, "seed " + seed + " round " + round + " at the end");
            }
        }
        assertThat(seen).as("all three answers were given").hasSize(3);
    }

    private void check(TroubledPlatform platform, String when) {
        for (TroubledPlatform.Issued issued : platform.someTokens()) {
            boolean knownToBeRevoked = platform.isKnownToBeRevoked(issued);
            Verdict verdict = platform.verify(issued);
            seen.merge(Seen.valueOf(verdict.name()), 1, Integer::sum);
            if (knownToBeRevoked) {
                assertThat(verdict).as(when).isNotInstanceOf(Verdict.Valid.class);
            }
            if (platform.isGood(issued)) {
                assertThat(verdict).as(when).isNotInstanceOf(Verdict.Invalid.class);
            }
        }
    }

    private static void checkAll(TroubledPlatform platform, String when) {
        for (TroubledPlatform.Issued issued : platform.allTokens()) {
            assertThat(platform.verify(issued).name())
                    .as(when)
                    .isEqualTo(platform.isGood(issued) ? "VALID" : "INVALID");
        }
    }
}
