package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.limit.TokenLimits;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What many tokens say alike is kept once, and not without bound. */
class SharedValuesTest {

    private final SharedValues shared = new SharedValues();

    @Test
    void equal_values_become_the_same_object() {
        String first = shared.text(new String("signet-platform"));
        Set<String> scopes = shared.set(Set.of("openid", "email"));

        assertThat(shared.text(new String("signet-platform"))).isSameAs(first);
        assertThat(shared.set(Set.of("email", "openid"))).isSameAs(scopes);
    }

    @Test
    void strangers_cannot_make_it_grow() {
        for (int i = 0; i < 3 * TokenLimits.SHARED_VALUES_MAX; i++) {
            assertThat(shared.text("client-" + i)).isEqualTo("client-" + i);
            assertThat(shared.set(Set.of("scope-" + i))).containsExactly("scope-" + i);
        }

        assertThat(shared.size()).isEqualTo(2 * TokenLimits.SHARED_VALUES_MAX);
    }
}
