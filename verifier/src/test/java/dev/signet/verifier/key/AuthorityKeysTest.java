package dev.signet.verifier.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.testkit.TestAuthority;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeySource.Lookup;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Verdict.Cause;
import dev.signet.verifier.authority.Answer;
import dev.signet.verifier.authority.AuthorityAddress;
import dev.signet.verifier.authority.AuthorityHttp;
import dev.signet.verifier.authority.Call;
import dev.signet.verifier.authority.Machine;
import dev.signet.verifier.authority.Ticks;
import dev.signet.verifier.authority.VerifierLimits;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.FakeAuthority;
import dev.signet.verifier.fake.Handler;
import dev.signet.verifier.fake.Misbehaviour;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorityKeysTest {

    private static final VerifierLimits LIMITS =
            new VerifierLimits(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(1),
                    Duration.ofMillis(5));

    private static final Lookup UNKNOWN = new Lookup.Unknown();
    private static final Lookup UNDECIDED = new Lookup.Unavailable(Cause.KEYS);

    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority = new FakeAuthority(clock);
    private final AuthorityHttp http = new AuthorityHttp(Duration.ofSeconds(1));
    private final RevocationState revocations = new RevocationState();
    private volatile boolean feedIsFresh;
    private final AuthorityKeys keys = keysFrom(() -> http.start(fetch()));

    private AuthorityKeys keysFrom(Supplier<CompletableFuture<Answer>> source) {
        return new AuthorityKeys(
                source,
                revocations,
                TestAuthority.CRYPTO,
                LIMITS,
                new Machine(clock, Ticks.of(clock), new Random(1)),
                () -> feedIsFresh);
    }

    private Call fetch() {
        return Call.get(
                new AuthorityAddress(authority.uri(), false).keySet(),
                "application/jwk-set+json",
                VerifierLimits.KEY_SET_BYTES,
                LIMITS.exchangeTimeout());
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    private int fetches() {
        return authority.requests(FakeAuthority.KEYS);
    }

    private static boolean finds(KeySource source, SigningKey key) {
        return source.find(key.kid()) instanceof Lookup.Found found
                && found.key().thumbprint().equals(key.verificationKey().thumbprint());
    }

    private void cooldownOver() {
        clock.advance(LIMITS.keyCooldown());
    }

    @Test
    void a_key_is_fetched_once_and_then_known() {
        for (int i = 0; i < 100; i++) {
            assertThat(finds(keys, authority.activeKey())).isTrue();
        }
        assertThat(fetches()).isEqualTo(1);
        assertThat(keys.kids()).containsExactly(authority.activeKey().kid());
    }

    @Test
    void many_who_ask_at_the_same_time_make_one_fetch() {
        assertThat(
                        IntStream.range(0, 32)
                                .parallel()
                                .mapToObj(i -> finds(keys, authority.activeKey())))
                .containsOnly(true);
        assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void a_kid_that_the_set_does_not_have_is_unknown() {
        assertThat(keys.find("nobody")).isEqualTo(UNKNOWN);
        assertThat(keys.find("nobody")).isEqualTo(UNKNOWN);
        assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void
            a_flood_of_unknown_kids_makes_one_fetch_per_cooldown_and_is_never_told_more_than_is_known() {
        keys.find(authority.activeKey().kid());
        for (int second = 0; second < 20; second++) {
            for (int i = 0; i < 200; i++) {
                assertThat(keys.find("random-" + second + "-" + i)).isIn(UNDECIDED, UNKNOWN);
            }
            assertThat(finds(keys, authority.activeKey())).isTrue();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void who_asks_during_the_cooldown_is_told_later_and_never_wrongly() {
        keys.find("first");
        SigningKey fresh = authority.publishKey();
        assertThat(keys.find(fresh.kid())).isEqualTo(UNDECIDED);
        assertThat(keys.find("second")).isEqualTo(UNDECIDED);

        cooldownOver();
        keys.tend();
        Await.until("the new key is known", () -> finds(keys, fresh));
        assertThat(keys.find("second")).isEqualTo(UNKNOWN);
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void a_kid_that_was_unknown_is_asked_for_again_after_the_cooldown() {
        SigningKey later = FakeAuthority.newKey();
        assertThat(keys.find(later.kid())).isEqualTo(UNKNOWN);
        authority.misbehave(
                FakeAuthority.KEYS,
                (request, reply) ->
                        reply.send(
                                200,
                                "application/json",
                                FakeAuthority.keySet(List.of(later, authority.activeKey()))));
        assertThat(keys.find(later.kid())).isEqualTo(UNKNOWN);

        cooldownOver();
        assertThat(finds(keys, later)).isTrue();
    }

    @Test
    void nothing_is_fetched_while_nobody_asks_and_the_set_is_young() {
        keys.find(authority.activeKey().kid());
        cooldownOver();
        keys.tend();
        assertThat(fetches()).isEqualTo(1);

        clock.advance(LIMITS.keyRefresh());
        keys.tend();
        Await.until("the set is looked at again", () -> fetches() == 2);
    }

    @Test
    void an_announced_key_is_fetched_at_once() {
        keys.find("first");
        SigningKey fresh = authority.publishKey();
        clock.advance(VerifierLimits.FEED_KEY_COOLDOWN);
        keys.announce(fresh.kid());

        Await.until("it is known", () -> keys.kids().contains(fresh.kid()));
    }

    @Test
    void an_announced_key_that_a_lagging_set_lacks_is_not_unknown() {
        SigningKey fresh = FakeAuthority.newKey();
        keys.announce(fresh.kid());
        Await.until("the set was fetched", () -> !keys.kids().isEmpty());
        assertThat(keys.find(fresh.kid())).isEqualTo(UNDECIDED);
        cooldownOver();
        assertThat(keys.find(fresh.kid())).isEqualTo(UNDECIDED);

        clock.advance(VerifierLimits.ANNOUNCED_FOR);
        assertThat(keys.find(fresh.kid())).isEqualTo(UNKNOWN);
    }

    @Test
    void an_announced_key_becomes_known_when_the_set_has_caught_up() {
        keys.find("first");
        authority.misbehave(
                FakeAuthority.KEYS,
                (request, reply) ->
                        reply.send(
                                200,
                                "application/json",
                                FakeAuthority.keySet(List.of(authority.activeKey()))));
        SigningKey fresh = authority.publishKey();
        cooldownOver();
        keys.announce(fresh.kid());
        Await.until("the lagging set was fetched", () -> fetches() == 2);
        assertThat(keys.find(fresh.kid())).isEqualTo(UNDECIDED);

        authority.behave(FakeAuthority.KEYS);
        cooldownOver();
        keys.tend();
        Await.until("it is known", () -> keys.kids().contains(fresh.kid()));
    }

    @Test
    void a_flood_cannot_delay_the_feed_for_a_whole_cooldown() {
        keys.find("flood");
        SigningKey fresh = authority.publishKey();
        clock.advance(VerifierLimits.FEED_KEY_COOLDOWN);

        assertThat(keys.find(fresh.kid())).isEqualTo(UNDECIDED);
        assertThat(finds(keys.forFeed(), fresh)).isTrue();
    }

    static Stream<Misbehaviour> badKeySets() {
        return Stream.of(Misbehaviour.values());
    }

    @ParameterizedTest
    @MethodSource("badKeySets")
    void a_bad_answer_forgets_no_good_key_and_proves_nothing(Misbehaviour bad) {
        assertThat(finds(keys, authority.activeKey())).isTrue();
        SigningKey fresh = authority.publishKey();
        authority.misbehave(FakeAuthority.KEYS, bad.handler(authority.keySet()));
        cooldownOver();

        assertThat(keys.find(fresh.kid())).isEqualTo(UNDECIDED);
        assertThat(finds(keys, authority.activeKey())).isTrue();
        authority.behave(FakeAuthority.KEYS);
        Await.until("the authority has recovered", () -> finds(keys, fresh));
    }

    @ParameterizedTest
    @MethodSource("badKeySets")
    void a_bad_answer_at_the_start_is_not_an_unknown_key(Misbehaviour bad) {
        authority.misbehave(FakeAuthority.KEYS, bad.handler(authority.keySet()));

        assertThat(keys.find(authority.activeKey().kid())).isEqualTo(UNDECIDED);
        assertThat(keys.kids()).isEmpty();
    }

    @Test
    void an_authority_that_is_gone_is_not_an_unknown_key() {
        authority.close();

        assertThat(keys.find("any")).isEqualTo(UNDECIDED);
    }

    @Test
    void a_set_with_none_of_the_old_keys_is_adopted_and_the_old_ones_stay_for_the_grace() {
        SigningKey old = authority.activeKey();
        assertThat(finds(keys, old)).isTrue();
        SigningKey fresh = authority.publishKey();
        authority.withdraw(old);
        cooldownOver();

        assertThat(finds(keys, fresh)).isTrue();
        assertThat(finds(keys, old)).isTrue();
        clock.advance(VerifierLimits.KEY_GRACE);
        assertThat(keys.find(old.kid())).isEqualTo(UNKNOWN);
    }

    @Test
    void a_key_that_the_feed_revoked_is_revoked_whatever_the_set_says() {
        SigningKey key = authority.activeKey();
        keys.find(key.kid());
        revocations.apply(new KeyRevoked(key.kid()));
        cooldownOver();
        keys.find("another fetch");

        assertThat(keys.find(key.kid())).isEqualTo(new Lookup.Revoked());
        assertThat(keys.kids()).isEmpty();
    }

    @Test
    void a_kid_longer_than_any_key_has_is_unknown_without_asking() {
        assertThat(keys.find("k".repeat(KeySet.KID_LENGTH_MAX + 1))).isEqualTo(UNKNOWN);
        assertThat(fetches()).isZero();
    }

    @Test
    void no_more_threads_wait_than_have_a_place() throws Exception {
        CompletableFuture<Answer> never = new CompletableFuture<>();
        AuthorityKeys waiting = keysFrom(() -> never);
        List<Lookup> answers = new CopyOnWriteArrayList<>();
        for (int i = 0; i < VerifierLimits.WAITING_MAX + 8; i++) {
            new Thread(() -> answers.add(waiting.find("any"))).start();
        }
        Await.until("those without a place are sent away at once", () -> answers.size() == 8);

        assertThat(answers).containsOnly(new Lookup.Unavailable(Cause.OVERLOADED));
        Await.until(
                "the others are told when their patience ends",
                () -> answers.size() == VerifierLimits.WAITING_MAX + 8);
        assertThat(answers.subList(8, answers.size())).containsOnly(UNDECIDED);
    }

    @Test
    void an_authority_that_fails_is_asked_again_with_growing_pauses() {
        Handler failing = (request, reply) -> reply.send(500, "text/plain", "");
        authority.misbehave(FakeAuthority.KEYS, failing);
        boolean many =
                Await.within(
                        Duration.ofSeconds(1),
                        () -> {
                            keys.find("any");
                            return fetches() > 4;
                        });

        assertThat(many).isFalse();
        assertThat(fetches()).isGreaterThan(1);
    }

    /** The feed was read anew, and a set was fetched since. */
    private void feedCovers() {
        keys.feedRestarted();
        assertThat(finds(keys, authority.activeKey())).isTrue();
        feedIsFresh = true;
    }

    /** The answer to somebody who waits while the feed goes on giving signs of life. */
    private Lookup foundWhileTheFeedGoesOn(String kid) {
        CompletableFuture<Lookup> asked = CompletableFuture.supplyAsync(() -> keys.find(kid));
        hearUntil(asked);
        return asked.join();
    }

    private void hearUntil(CompletableFuture<?> done) {
        Await.until(
                "it is answered",
                () -> {
                    clock.advance(Duration.ofNanos(1_000));
                    keys.feedHeard(clock.instant());
                    return done.isDone();
                });
    }

    @Test
    void while_the_feed_goes_on_forged_kids_are_unknown_and_ask_once_per_cooldown() {
        feedCovers();

        for (int i = 0; i < 20; i++) {
            assertThat(foundWhileTheFeedGoesOn("forged-" + i)).isEqualTo(UNKNOWN);
        }
        assertThat(fetches()).isEqualTo(1);
        cooldownOver();
        for (int i = 0; i < 20; i++) {
            assertThat(foundWhileTheFeedGoesOn("forged-again-" + i)).isEqualTo(UNKNOWN);
        }
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void a_flood_from_many_threads_is_answered_without_fault_of_ours() {
        feedCovers();
        keys.feedHeard(clock.instant());
        ExecutorService threads = Executors.newFixedThreadPool(2 * VerifierLimits.WAITING_MAX);
        List<CompletableFuture<Lookup>> asked =
                IntStream.range(0, 1000)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> keys.find("forged-" + i), threads))
                        .toList();
        hearUntil(CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)));
        threads.shutdown();

        assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(UNKNOWN));
        assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void what_the_feed_said_before_the_question_proves_nothing() {
        feedCovers();
        keys.feedHeard(clock.instant());

        assertThat(keys.find("forged")).isEqualTo(UNDECIDED);
    }

    @Test
    void a_set_from_before_the_feed_was_read_anew_proves_nothing() {
        assertThat(finds(keys, authority.activeKey())).isTrue();
        keys.feedRestarted();
        feedIsFresh = true;

        CompletableFuture<Lookup> asked = CompletableFuture.supplyAsync(() -> keys.find("forged"));
        clock.advance(Duration.ofMillis(1));
        keys.feedHeard(clock.instant());
        assertThat(asked.join()).isEqualTo(UNDECIDED);
        clock.advance(VerifierLimits.FEED_KEY_COOLDOWN);
        keys.tend();
        assertThat(foundWhileTheFeedGoesOn("forged-2")).isEqualTo(UNKNOWN);
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void a_new_key_that_is_announced_in_a_flood_is_never_unknown() {
        feedCovers();
        assertThat(foundWhileTheFeedGoesOn("forged")).isEqualTo(UNKNOWN);

        keys.announce("new-key");
        assertThat(foundWhileTheFeedGoesOn("new-key")).isEqualTo(UNDECIDED);
        SigningKey added = authority.publishKey();
        keys.announce(added.kid());
        clock.advance(VerifierLimits.FEED_KEY_COOLDOWN);
        keys.tend();
        assertThat(foundWhileTheFeedGoesOn(added.kid())).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void a_key_that_signs_before_its_announcement_is_in_is_waited_for() {
        feedCovers();
        SigningKey added = authority.publishKey();
        clock.advance(VerifierLimits.FEED_KEY_COOLDOWN);

        CompletableFuture<Lookup> early =
                CompletableFuture.supplyAsync(() -> keys.find(added.kid()));
        keys.announce(added.kid());
        hearUntil(early);
        assertThat(early.join()).isInstanceOf(Lookup.Found.class);
    }
}
