package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.FakeAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a service sees of an authority that is well. */
class VerifierTest {

    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority = new FakeAuthority(clock);
    private final Verifier verifier =
            TestVerifiers.fresh(TestVerifiers.of(authority, clock), authority);
    private final IssuedToken token = authority.userToken("usr_1", "ses_1");

    @AfterEach
    void stop() {
        verifier.close();
        authority.close();
    }

    private static Verdict invalid(Reason reason) {
        return new Verdict.Invalid(reason);
    }

    private void publish(RevocationEvent event) {
        authority.publish(event);
        TestVerifiers.upToDate(verifier, authority);
    }

    private Instant later() {
        return clock.instant().plusSeconds(7200);
    }

    @Test
    void a_good_token_is_valid_with_its_identity() {
        Identity identity = ((Verdict.Valid) verifier.verify(token.value())).identity();

        assertThat(identity.subject()).isEqualTo("usr_1");
        assertThat(identity.sessionId()).contains("ses_1");
        assertThat(identity.expiresAt()).isEqualTo(token.expiresAt());
        assertThat(identity.may("chat:use")).isTrue();
    }

    @Test
    void a_known_token_needs_no_request() {
        verifier.verify(token.value());
        int keySets = authority.requests(FakeAuthority.KEYS);
        for (int i = 0; i < 1000; i++) {
            assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Valid.class);
        }
        assertThat(authority.requests(FakeAuthority.KEYS)).isEqualTo(keySets);
        assertThat(authority.requests(FakeAuthority.VALIDATE)).isZero();
    }

    static Stream<RevocationEvent> revocations() {
        Instant after = Instant.parse("2026-03-01T12:00:01Z");
        Instant until = Instant.parse("2026-03-01T14:00:00Z");
        return Stream.of(
                new SessionRevoked("ses_1", until),
                new SubjectRevoked("usr_1", after, Cause.SESSIONS_REVOKED, until),
                new SubjectRevoked("usr_1", after, Cause.CREDENTIAL_CHANGE, until),
                new SubjectRevoked("usr_1", after, Cause.ACCOUNT_DISABLED, until));
    }

    @ParameterizedTest
    @MethodSource("revocations")
    void a_revocation_reaches_tokens_that_were_valid_before(RevocationEvent event) {
        IssuedToken bystander = authority.userToken("usr_2", "ses_2");
        assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Valid.class);
        publish(event);

        assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Invalid.class);
        assertThat(verifier.verify(bystander.value())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_revocation_takes_less_than_a_second() {
        long start = System.nanoTime();
        authority.revokeToken(token);
        Await.until(
                "it is known",
                () -> verifier.verify(token.value()).equals(invalid(Reason.REVOKED_TOKEN)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void revocation_goes_by_the_token_and_not_by_its_spelling() {
        authority.revokeToken(token);
        TestVerifiers.upToDate(verifier, authority);

        assertThat(verifier.verify(token.value() + "=")).isEqualTo(invalid(Reason.MALFORMED));
        assertThat(verifier.verify(" " + token.value())).isEqualTo(invalid(Reason.MALFORMED));
    }

    @Test
    void a_token_ends_with_its_life_however_often_it_was_valid() {
        verifier.verify(token.value());
        clock.advance(Duration.between(clock.instant(), token.expiresAt()).plusSeconds(30));

        assertThat(verifier.verify(token.value())).isEqualTo(invalid(Reason.EXPIRED));
    }

    @Test
    void without_leeway_a_token_ends_with_its_life_to_the_second() {
        try (Verifier exact =
                TestVerifiers.fresh(
                        TestVerifiers.of(authority, clock).leeway(Duration.ZERO), authority)) {
            IssuedToken brief = authority.userToken("usr_1", "ses_1", Duration.ofSeconds(5));
            clock.advance(Duration.ofSeconds(5));

            assertThat(exact.verify(brief.value())).isEqualTo(invalid(Reason.EXPIRED));
            assertThat(verifier.verify(brief.value())).isInstanceOf(Verdict.Valid.class);
        }
    }

    @Test
    void foreign_and_forged_tokens_are_invalid() {
        try (FakeAuthority other = new FakeAuthority(clock)) {
            other.activate(authority.activeKey());
            assertThat(verifier.verify(other.userToken("usr_1", "ses_1").value()))
                    .isEqualTo(invalid(Reason.WRONG_ISSUER));
        }
        String[] parts = token.value().split("\\.");
        String forged = parts[0] + "." + parts[1] + "." + Base64Url.encode(new byte[64]);
        assertThat(verifier.verify(forged)).isEqualTo(invalid(Reason.BAD_SIGNATURE));
        assertThat(verifier.verify("")).isEqualTo(invalid(Reason.MALFORMED));
        assertThat(verifier.verify("x".repeat(20_000))).isEqualTo(invalid(Reason.TOO_LARGE));
    }

    @Test
    void a_bound_token_is_good_only_with_its_key() {
        String thumbprint = authority.activeKey().verificationKey().thumbprint();
        IssuedToken bound = authority.boundToken("usr_1", "ses_1", thumbprint);

        assertThat(verifier.verifyBoundTo(bound.value(), thumbprint))
                .isInstanceOf(Verdict.Valid.class);
        assertThat(verifier.verify(bound.value())).isEqualTo(invalid(Reason.WRONG_TYPE));
        assertThat(verifier.verifyBoundTo(token.value(), thumbprint))
                .isEqualTo(invalid(Reason.WRONG_TYPE));
    }

    @Test
    void a_scheduled_rotation_makes_nobody_wait() {
        SigningKey next = authority.publishKey();
        clock.advance(TestVerifiers.LIMITS.keyCooldown());
        publish(new KeyActivated(next.kid()));
        Await.until("the key is known", () -> verifier.status().keyIds().contains(next.kid()));
        int before = authority.requests(FakeAuthority.KEYS);
        authority.activate(next);

        assertThat(verifier.verify(authority.userToken("usr_1", "ses_2").value()))
                .isInstanceOf(Verdict.Valid.class);
        assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Valid.class);
        assertThat(authority.requests(FakeAuthority.KEYS)).isEqualTo(before);
    }

    @Test
    void a_killed_key_ends_its_tokens_and_another_takes_over() {
        SigningKey killed = authority.activeKey();
        verifier.verify(token.value());
        SigningKey next = authority.publishKey();
        clock.advance(TestVerifiers.LIMITS.keyCooldown());
        authority.activate(next);
        authority.withdraw(killed);
        authority.publish(new KeyActivated(next.kid()));
        publish(new KeyRevoked(killed.kid()));

        assertThat(verifier.verify(token.value())).isEqualTo(invalid(Reason.KEY_REVOKED));
        Await.until(
                "tokens of the new key are valid",
                () ->
                        verifier.verify(authority.userToken("usr_1", "ses_2").value())
                                instanceof Verdict.Valid);
    }

    @Test
    void an_identity_can_be_judged_again_without_its_token() {
        Identity identity = ((Verdict.Valid) verifier.verify(token.value())).identity();
        assertThat(verifier.verifyAgain(identity)).isEqualTo(new Verdict.Valid(identity));

        publish(new SessionRevoked("ses_1", later()));
        assertThat(verifier.verifyAgain(identity)).isEqualTo(invalid(Reason.REVOKED_SESSION));
    }

    @Test
    void an_identity_that_has_expired_is_invalid_again() {
        Identity identity = ((Verdict.Valid) verifier.verify(token.value())).identity();
        clock.advance(Duration.ofMinutes(10).plusSeconds(30));

        assertThat(verifier.verifyAgain(identity)).isEqualTo(invalid(Reason.EXPIRED));
    }

    @Test
    void the_status_says_how_it_stands() {
        publish(new SessionRevoked("ses_9", later()));
        VerifierStatus status = verifier.status();

        assertThat(status.isReady()).isTrue();
        assertThat(status.freshness()).isEqualTo(Freshness.FRESH);
        assertThat(status.epoch()).contains(authority.epoch());
        assertThat(status.lastSeq()).isEqualTo(1);
        assertThat(status.keyIds()).containsExactly(authority.activeKey().kid());
        assertThat(status.revocations()).isEqualTo(1);
        assertThat(status.crypto()).isEqualTo("JDK");
        assertThat(status.feedAge().orElseThrow()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void after_close_no_token_is_good_and_no_thread_is_left_over() {
        Optional<Thread> feed = threadOf("signet-verifier-feed");
        assertThat(feed).isPresent();
        verifier.close();
        verifier.close();

        assertThat(verifier.verify(token.value())).isInstanceOf(Verdict.Unavailable.class);
        Await.until("its connections are closed", () -> authority.connections() == 0);
        Await.until("its threads are gone", () -> !feed.get().isAlive());
    }

    private static Optional<Thread> threadOf(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name) && thread.isAlive())
                .findFirst();
    }
}
