package dev.signet.authority.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialTest {

    private final CredentialSource source = new CredentialSource(new SecureRandom());

    @ParameterizedTest
    @EnumSource
    void a_credential_is_recognised_by_its_own_kind_alone(CredentialKind kind) {
        String text = source.credential(kind).value();

        assertThat(text).matches("sg[a-z]_[A-Za-z0-9_-]{43}");
        for (CredentialKind other : CredentialKind.values()) {
            assertThat(other.parse(text).isPresent()).isEqualTo(other == kind);
        }
    }

    @Test
    void only_the_canonical_spelling_is_a_credential() {
        String text = "sgr_" + "A".repeat(43);

        assertThat(CredentialKind.REFRESH.parse(text)).isPresent();
        assertThat(CredentialKind.REFRESH.parse("sgr_" + "A".repeat(42) + "B")).isEmpty();
        for (String bad : new String[] {"", text + "=", text + "A", " " + text, "SGR_" + text}) {
            assertThat(CredentialKind.REFRESH.parse(bad)).isEmpty();
        }
    }

    @Test
    void no_two_are_the_same_and_none_is_printed() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(source.credential(CredentialKind.CODE).value())).isTrue();
            assertThat(seen.add(source.id("usr_"))).isTrue();
        }
        assertThat(source.credential(CredentialKind.CODE)).hasToString("Credential[hidden]");
    }

    @Test
    void a_hash_fits_its_text_alone() {
        CredentialHash hash = CredentialHash.of("abc");

        assertThat(hash.value()).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
        assertThat(hash.matches(CredentialHash.of("abc"))).isTrue();
        assertThat(hash.matches(CredentialHash.of("abd"))).isFalse();
        assertThatThrownBy(() -> new CredentialHash("abc"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
