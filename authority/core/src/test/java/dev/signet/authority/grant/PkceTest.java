package dev.signet.authority.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.credential.CredentialHash;
import org.junit.jupiter.api.Test;

class PkceTest {

    /** RFC 7636 appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void the_example_of_the_rfc_fits_and_nothing_else_does() {
        Pkce pkce = Pkce.parse(CHALLENGE).orElseThrow();

        assertThat(pkce.verifies(VERIFIER)).isTrue();
        assertThat(pkce.verifies(VERIFIER + "a")).isFalse();
        assertThat(pkce.verifies(CHALLENGE)).isFalse();
        assertThat(pkce.verifies("")).isFalse();
    }

    @Test
    void a_challenge_is_the_canonical_spelling_of_a_hash() {
        assertThat(Pkce.parse("")).isEmpty();
        assertThat(Pkce.parse(CHALLENGE + "=")).isEmpty();
        assertThat(Pkce.parse(CHALLENGE.substring(1))).isEmpty();
        assertThat(Pkce.parse("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cN")).isEmpty();
        assertThat(Pkce.parse("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM")).isEmpty();
    }

    @Test
    void a_verifier_has_43_to_128_characters_of_the_alphabet() {
        for (String verifier :
                new String[] {"x".repeat(42), "x".repeat(129), "x".repeat(42) + " "}) {
            String challenge = CredentialHash.of(verifier).value();
            assertThat(Pkce.parse(challenge).orElseThrow().verifies(verifier)).isFalse();
        }
        for (String verifier : new String[] {"x".repeat(43), "~".repeat(128)}) {
            String challenge = CredentialHash.of(verifier).value();
            assertThat(Pkce.parse(challenge).orElseThrow().verifies(verifier)).isTrue();
        }
    }
}
