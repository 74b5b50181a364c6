package dev.signet.verifier.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://auth.example",
                "https://auth.example/tenant",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:8080",
                "http://127.9.8.7",
                "http://[::1]:8080"
            })
    void tls_or_this_machine_is_admitted(String issuer) {
        assertThat(new AuthorityAddress(URI.create(issuer), false).issuer()).hasToString(issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://auth.example",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://10.0.0.1",
                "http://[::2]",
                "ftp://localhost",
                "https:/auth",
                "//auth.example",
                "mailto:auth@example",
                "https://user:password@auth.example",
                "https://auth.example?x=1",
                "https://auth.example#x"
            })
    void anything_else_is_refused(String issuer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuthorityAddress(URI.create(issuer), false));
    }

    @Test
    void http_to_another_machine_must_be_asked_for() {
        assertThat(new AuthorityAddress(URI.create("http://auth.internal"), true).isPlain())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuthorityAddress(URI.create("ftp://auth.internal"), true));
    }

    @Test
    void endpoints_lie_below_the_issuer_with_one_slash() {
        for (String issuer : new String[] {"https://auth.example/t", "https://auth.example/t/"}) {
            AuthorityAddress address = new AuthorityAddress(URI.create(issuer), false);
            assertThat(address.keySet()).hasToString("https://auth.example/t/oauth2/jwks");
            assertThat(address.feed("a b&c", 7))
                    .hasToString("https://auth.example/t/feed?since=7&epoch=a+b%26c");
        }
    }
}
