package dev.signet.verifier.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.testkit.TestAuthority;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.SigningKey;
import dev.signet.verifier.authority.VerifierLimits;
import dev.signet.verifier.fake.FakeAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How key sets replace each other. */
class KeyHoldingsTest {

    private final MovableClock clock = MovableClock.start();
    private final SigningKey one = FakeAuthority.newKey();
    private final SigningKey two = FakeAuthority.newKey();

    private KeyHoldings after(KeyHoldings before, SigningKey... keys) {
        return before.after(read(keys), clock.instant()).orElseThrow();
    }

    /** Read anew from JSON, as after each fetch. */
    private static KeySet read(SigningKey... keys) {
        return ((KeySet.Parsed.Usable)
                        KeySet.parse(FakeAuthority.keySet(List.of(keys)), TestAuthority.CRYPTO))
                .keys();
    }

    private boolean holds(KeyHoldings holdings, SigningKey key) {
        return holdings.find(key.kid(), clock) != null;
    }

    @Test
    void a_key_stays_the_same_object_through_sets() {
        KeyHoldings first = after(KeyHoldings.NONE, one);
        KeyHoldings second = after(first, one, two);

        assertThat(second.find(one.kid(), clock)).isSameAs(first.find(one.kid(), clock));
    }

    @Test
    void a_key_that_left_the_set_stays_good_for_the_grace_and_no_longer() {
        KeyHoldings rotated = after(after(KeyHoldings.NONE, one), two);
        clock.advance(VerifierLimits.KEY_GRACE.minusSeconds(1));
        assertThat(holds(rotated, one)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(holds(rotated, one)).isFalse();
        assertThat(holds(rotated, two)).isTrue();
        assertThat(rotated.kids(clock)).containsExactly(two.kid());
    }

    @Test
    void the_grace_begins_when_the_key_left_and_is_not_prolonged_by_later_sets() {
        KeyHoldings rotated = after(after(KeyHoldings.NONE, one), two);
        clock.advance(VerifierLimits.KEY_GRACE.dividedBy(2));
        KeyHoldings later = after(rotated, two);
        clock.advance(VerifierLimits.KEY_GRACE.dividedBy(2));

        assertThat(holds(later, one)).isFalse();
        assertThat(after(later, two).kids(clock)).containsExactly(two.kid());
    }

    @Test
    void a_key_that_comes_back_is_held_as_before() {
        KeyHoldings halfRotated = after(after(KeyHoldings.NONE, one, two), two);
        KeyHoldings whole = after(halfRotated, one, two);
        clock.advance(VerifierLimits.KEY_GRACE.plusDays(1));

        assertThat(holds(whole, one)).isTrue();
    }

    @Test
    void a_set_that_gives_another_key_to_a_known_name_is_refused() {
        String renamed =
                new String(FakeAuthority.keySet(List.of(two)), StandardCharsets.UTF_8)
                        .replace(two.kid(), one.kid());
        KeySet impostor =
                ((KeySet.Parsed.Usable)
                                KeySet.parse(
                                        renamed.getBytes(StandardCharsets.UTF_8),
                                        TestAuthority.CRYPTO))
                        .keys();

        assertThat(after(KeyHoldings.NONE, one).after(impostor, clock.instant())).isEmpty();
    }

    @Test
    void an_authority_that_rotates_without_end_fills_no_memory() {
        KeyHoldings holdings = KeyHoldings.NONE;
        List<SigningKey> keys =
                Stream.generate(FakeAuthority::newKey)
                        .limit(VerifierLimits.VANISHED_KEYS_MAX + 20)
                        .toList();
        for (SigningKey key : keys) {
            holdings = after(holdings, key);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(holdings.kids(clock)).hasSize(VerifierLimits.VANISHED_KEYS_MAX + 1);
        assertThat(holds(holdings, keys.get(0))).isFalse();
        assertThat(holds(holdings, keys.get(keys.size() - 2))).isTrue();
    }
}
