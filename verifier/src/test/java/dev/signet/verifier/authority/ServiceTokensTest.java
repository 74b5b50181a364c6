package dev.signet.verifier.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.verifier.authority.Answer.Failed;
import dev.signet.verifier.authority.Answer.Received;
import dev.signet.verifier.authority.Answer.Why;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.FakeAuthority;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokensTest {

    private static final VerifierLimits LIMITS =
            new VerifierLimits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(1),
                    Duration.ofMillis(5));

    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority = new FakeAuthority(clock);
    private final AuthorityAddress address = new AuthorityAddress(authority.uri(), false);
    private final ServiceTokens service = with(FakeAuthority.CREDENTIAL);

    private ServiceTokens with(ServiceCredential credential) {
        return new ServiceTokens(
                new AuthorityHttp(Duration.ofSeconds(2)),
                address,
                credential,
                LIMITS,
                new Machine(clock, Ticks.of(clock), new Random(1)));
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    private Answer ask(ServiceTokens asking) {
        return asking.send(
                Call.get(address.snapshot(), "application/jose", 1_000_000, Duration.ofSeconds(2)));
    }

    private static int status(Answer answer) {
        return ((Received) answer).status();
    }

    private int tokensAskedFor() {
        return authority.requests(FakeAuthority.TOKEN);
    }

    @Test
    void one_token_serves_many_requests() {
        for (int i = 0; i < 10; i++) {
            assertThat(status(ask(service))).isEqualTo(200);
        }
        assertThat(tokensAskedFor()).isEqualTo(1);
    }

    @Test
    void many_threads_ask_for_one_token() {
        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> status(ask(service))))
                .containsOnly(200);
        assertThat(tokensAskedFor()).isEqualTo(1);
    }

    @Test
    void a_token_is_renewed_shortly_before_its_end() {
        authority.serviceTokenLife(Duration.ofMinutes(10));
        ask(service);
        clock.advance(Duration.ofMinutes(9).minusSeconds(1));
        ask(service);
        assertThat(tokensAskedFor()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        ask(service);
        assertThat(tokensAskedFor()).isEqualTo(2);
    }

    @Test
    void a_short_token_is_renewed_at_three_quarters_of_its_life() {
        authority.serviceTokenLife(Duration.ofSeconds(40));
        ask(service);
        clock.advance(Duration.ofSeconds(29));
        ask(service);
        assertThat(tokensAskedFor()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        ask(service);
        assertThat(tokensAskedFor()).isEqualTo(2);
    }

    @Test
    void a_refused_token_is_replaced_once() {
        ask(service);
        pauseOver();
        authority.forgetServiceTokens();

        assertThat(status(ask(service))).isEqualTo(200);
        assertThat(tokensAskedFor()).isEqualTo(2);
    }

    @Test
    void an_authority_that_refuses_every_token_is_not_asked_for_ever() {
        authority.misbehave(
                FakeAuthority.SNAPSHOT,
                (request, reply) -> reply.send(401, "application/problem+json", "{}"));
        ask(service);
        ask(service);

        assertThat(authority.requests(FakeAuthority.SNAPSHOT)).isLessThanOrEqualTo(4);
        assertThat(tokensAskedFor()).isLessThanOrEqualTo(4);
    }

    @Test
    void a_wrong_secret_gets_no_token_and_sends_no_request() {
        ServiceTokens stranger = with(new ServiceCredential("svc", "wrong"));

        assertThat(ask(stranger)).isEqualTo(new Failed(Why.UNAUTHENTICATED));
        assertThat(authority.requests(FakeAuthority.SNAPSHOT)).isZero();
    }

    @Test
    void a_slow_token_endpoint_leaves_no_more_time_than_the_call_has() {
        authority.misbehave(FakeAuthority.TOKEN, (request, reply) -> reply.stall());
        Call call = Call.get(address.snapshot(), "application/jose", 10, Duration.ofMillis(300));
        long start = System.nanoTime();

        assertThat(service.send(call)).isEqualTo(new Failed(Why.UNAUTHENTICATED));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(LIMITS.exchangeTimeout());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"a\",\"expires_in\":60}",
                "{\"access_token\":\"a\",\"token_type\":\"mac\",\"expires_in\":60}",
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":0}",
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":\"60\"}",
                "{\"access_token\":\"a b\",\"token_type\":\"Bearer\",\"expires_in\":60}",
                "{\"access_token\":7,\"token_type\":\"Bearer\",\"expires_in\":60}",
                "{\"access_token\":\"a\",\"access_token\":\"b\",\"token_type\":\"Bearer\",\"expires_in\":60}"
            })
    void an_answer_that_is_no_token_is_none_and_the_next_attempt_works(String answer) {
        authority.misbehave(
                FakeAuthority.TOKEN,
                (request, reply) -> reply.send(200, "application/json", answer));
        assertThat(ask(service)).isEqualTo(new Failed(Why.UNAUTHENTICATED));

        authority.behave(FakeAuthority.TOKEN);
        pauseOver();
        assertThat(status(ask(service))).isEqualTo(200);
    }

    /** Longer than the longest pause between attempts. */
    private static void pauseOver() {
        long start = System.nanoTime();
        Await.until("the pause is over", () -> System.nanoTime() - start > 10_000_000);
    }
}
