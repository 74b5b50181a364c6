package dev.signet.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.token.key.CryptoProvider.Choice;
import org.junit.jupiter.api.Test;

class CryptoProviderTest {

    @Test
    void the_fastest_that_loads_is_the_best() {
        assertThat(CryptoProvider.best().description())
                .startsWith("AmazonCorrettoCryptoProvider 2");
        assertThat(CryptoProvider.of(Choice.AUTO)).isSameAs(CryptoProvider.best());
    }

    @Test
    void the_jdk_is_always_there() {
        assertThat(CryptoProvider.of(Choice.JDK).description()).isEqualTo("JDK");
    }

    @Test
    void a_provider_that_was_named_and_does_not_load_is_not_replaced_in_silence() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CryptoProvider.of(Choice.CONSCRYPT))
                .withMessageContaining("Conscrypt")
                .withMessageContaining("use auto or jdk");
    }
}
