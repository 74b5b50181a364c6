package dev.signet.verifier;

import dev.signet.testkit.TestAuthority;
import dev.signet.verifier.authority.VerifierLimits;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.FakeAuthority;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Verifiers of a {@link FakeAuthority}, with the patience of a test. */
final class TestVerifiers {

    static final VerifierLimits LIMITS =
            new VerifierLimits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    Duration.ofMillis(500),
                    Duration.ofMillis(5),
                    Duration.ofMillis(40));

    private TestVerifiers() {}

    static VerifierBuilder of(FakeAuthority authority, InstantSource clock) {
        return Verifier.builder()
                .authority(authority.uri())
                .audiences(Set.of(TestAuthority.AUDIENCE))
                .environment(TestAuthority.ENVIRONMENT)
                .credential(FakeAuthority.CREDENTIAL)
                .crypto(TestAuthority.CRYPTO)
                .limits(LIMITS)
                .clock(clock);
    }

    /** Started, and up to date with the authority's feed. */
    static Verifier fresh(VerifierBuilder builder, FakeAuthority authority) {
        Verifier verifier = builder.start();
        upToDate(verifier, authority);
        return verifier;
    }

    static void upToDate(Verifier verifier, FakeAuthority authority) {
        Await.until(
                "the verifier is up to date",
                () -> {
                    VerifierStatus status = verifier.status();
                    return status.isReady()
                            && status.epoch().orElse("").equals(authority.epoch())
                            && status.lastSeq() == authority.lastSeq();
                });
    }
}
