package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.verifier.authority.ServiceCredential;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierBuilderTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private static VerifierBuilder complete() {
        return Verifier.builder()
                .authority(NOBODY)
                .audiences(Set.of("signet-platform"))
                .environment("production")
                .credential(new ServiceCredential("svc", "sgs_secret"));
    }

    @Test
    void a_verifier_starts_while_the_authority_is_away() {
        try (Verifier verifier = complete().start()) {
            assertThat(verifier.status().freshness()).isEqualTo(Freshness.STARTING);
            assertThat(verifier.status().isReady()).isFalse();
        }
    }

    @Test
    void nothing_that_is_required_may_be_missing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verifier.builder().start())
                .withMessageContaining("authority");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complete().audiences(Set.of()).start())
                .withMessageContaining("audience");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Verifier.builder()
                                .authority(NOBODY)
                                .audiences(Set.of("a"))
                                .environment("test")
                                .start())
                .withMessageContaining("credential");
    }

    @Test
    void a_leeway_beyond_a_minute_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complete().leeway(Duration.ofSeconds(61)).start())
                .withMessageContaining("leeway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prod", "Production", "dev", "demo"})
    void an_unknown_environment_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> complete().environment(name));
    }

    @Test
    void http_to_another_machine_is_refused_unless_it_is_said_loudly() {
        VerifierBuilder insecure = complete().authority(URI.create("http://10.255.255.1"));
        assertThatIllegalArgumentException()
                .isThrownBy(insecure::start)
                .withMessageContaining("allowInsecureHttp()");

        insecure.allowInsecureHttp().start().close();
    }
}
