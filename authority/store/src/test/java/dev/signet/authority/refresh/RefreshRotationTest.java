package dev.signet.authority.refresh;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.account.Account;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.grant.Login;
import dev.signet.authority.refresh.Refresh.Cause;
import dev.signet.authority.refresh.Refresh.Refused;
import dev.signet.authority.refresh.Refresh.Replayed;
import dev.signet.authority.refresh.Refresh.Rotated;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.token.TokenSet;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefreshRotationTest {

    private static final int THREADS = 32;
    private static final int ROUNDS = 200;

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void a_token_is_exchanged_for_another_one_that_works() {
        TokenSet tokens = live.signedIn("alice");

        Rotated first = rotated(tokens.refresh().orElseThrow().value());
        Rotated second = rotated(first.next().value());

        assertThat(second.next()).isNotEqualTo(first.next());
        assertThat(second.session().id()).isEqualTo(tokens.sessionId());
        assertThat(liveTokens()).isEqualTo(1);
    }

    @Test
    void the_same_instance_hears_the_same_successor_however_many_ask_at_the_same_time()
            throws Exception {
        String token = live.signedIn("alice").refresh().orElseThrow().value();
        for (int round = 0; round < ROUNDS; round++) {
            List<Refresh> answers = atTheSameTime(token, key("round " + round));

            assertThat(answers).hasSize(THREADS).allMatch(Rotated.class::isInstance);
            assertThat(answers.stream().map(a -> ((Rotated) a).next()).distinct()).hasSize(1);
            assertThat(answers).filteredOn(a -> !((Rotated) a).repeated()).hasSize(1);
            assertThat(liveTokens()).isEqualTo(1);
            token = ((Rotated) answers.getFirst()).next().value();
        }
    }

    @Test
    void without_an_instance_one_wins_and_the_login_ends_however_many_ask_at_the_same_time()
            throws Exception {
        Account account = live.register("alice");
        for (int round = 0; round < ROUNDS; round++) {
            TokenSet tokens = live.tokens(live.login("alice"));
            String token = tokens.refresh().orElseThrow().value();

            List<Refresh> answers = atTheSameTime(token, Optional.empty());

            assertThat(answers).filteredOn(Rotated.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Replayed.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(new Refused(Cause.REVOKED)::equals).hasSize(THREADS - 2);
            assertThat(live.authority().sessions().of(account.id())).isEmpty();
            assertThat(liveTokens()).isZero();
        }
    }

    @Test
    void the_successor_of_a_stolen_token_is_worth_nothing() {
        String stolen = live.signedIn("alice").refresh().orElseThrow().value();
        Rotated thief = rotated(stolen);

        assertThat(redeem(stolen)).isInstanceOf(Replayed.class);

        assertThat(redeem(thief.next().value())).isEqualTo(new Refused(Cause.REVOKED));
    }

    @Test
    void a_replay_is_in_the_audit_log_and_on_the_feed_and_ends_the_access_token() {
        TokenSet tokens = live.signedIn("alice");
        String token = tokens.refresh().orElseThrow().value();
        redeem(token);
        redeem(token);

        assertThat(live.authority().audit().recent(tokens.account().id(), Long.MAX_VALUE, 3))
                .extracting(row -> row.event().action())
                .startsWith(AuditAction.REFRESH_REPLAYED, AuditAction.SESSION_REVOKED);
        assertThat(live.authority().feed().snapshot().events())
                .filteredOn(RevocationEvent.SessionRevoked.class::isInstance)
                .extracting(event -> ((RevocationEvent.SessionRevoked) event).sessionId())
                .containsExactly(tokens.sessionId());
        assertThat(live.authority().validation().user(tokens.access().value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_SESSION));
    }

    @Test
    void two_uses_in_the_same_millisecond_are_still_two_uses() {
        String token = live.signedIn("alice").refresh().orElseThrow().value();

        assertThat(redeem(token)).isInstanceOf(Rotated.class);
        assertThat(redeem(token)).isInstanceOf(Replayed.class);
    }

    @Test
    void another_instance_that_shows_a_spent_token_is_a_thief() {
        String token = live.signedIn("alice").refresh().orElseThrow().value();
        redeem(token, key("the first"));

        assertThat(redeem(token, key("the second"))).isInstanceOf(Replayed.class);
    }

    @Test
    void a_first_use_without_an_instance_allows_no_retry_with_one() {
        String token = live.signedIn("alice").refresh().orElseThrow().value();
        redeem(token);

        assertThat(redeem(token, key("a retry"))).isInstanceOf(Replayed.class);
    }

    @Test
    void a_retry_hears_the_same_successor_also_after_that_was_used_and_after_a_restart() {
        String token = live.signedIn("alice").refresh().orElseThrow().value();
        Rotated first = (Rotated) redeem(token, key("one"));
        rotated(first.next().value());
        live.restart();
        live.clock().advance(Duration.ofDays(1));

        Rotated again = (Rotated) redeem(token, key("one"));

        assertThat(again.next()).isEqualTo(first.next());
        assertThat(again.repeated()).isTrue();
    }

    @Test
    void the_plain_successor_is_nowhere_in_the_database() {
        String token = live.signedIn("alice").refresh().orElseThrow().value();
        Rotated first = (Rotated) redeem(token, key("one"));

        assertThat(live.count("refresh_token WHERE successor IS NOT NULL")).isEqualTo(1);
        assertThat(live.count("refresh_token WHERE hash = '" + token + "'")).isZero();
        assertThat(
                        live.count(
                                "refresh_token WHERE successor LIKE '%"
                                        + first.next().value().substring(4)
                                        + "%'"))
                .isZero();
    }

    @Test
    void a_revocation_that_races_a_refresh_always_wins() throws Exception {
        Account account = live.register("alice");
        for (int round = 0; round < 50; round++) {
            TokenSet tokens = live.tokens(live.login("alice"));
            String token = tokens.refresh().orElseThrow().value();
            Callable<Object> revoke =
                    () ->
                            live.authority()
                                    .sessions()
                                    .end(
                                            account.id(),
                                            tokens.sessionId(),
                                            SessionEnd.SIGNED_OUT,
                                            SOMEBODY);
            List<Object> results = Race.of(List.of(revoke, () -> redeem(token)));

            assertThat(results.getFirst()).isEqualTo(true);
            if (results.getLast() instanceof Rotated rotated) {
                assertThat(redeem(rotated.next().value())).isEqualTo(new Refused(Cause.REVOKED));
            }
            assertThat(liveTokens()).isZero();
        }
    }

    @Test
    void a_disabled_account_gets_no_new_tokens_and_its_login_is_over() {
        TokenSet tokens = live.signedIn("alice");
        live.store()
                .write(tx -> {
                    tx.accounts().setState(tokens.account().id(), Account.State.DISABLED);
                    return true;
                });

        assertThat(redeem(tokens.refresh().orElseThrow().value()))
                .isEqualTo(new Refused(Cause.INACTIVE_SUBJECT));
        assertThat(redeem(tokens.refresh().orElseThrow().value()))
                .isEqualTo(new Refused(Cause.REVOKED));
        assertThat(liveTokens()).isZero();
    }

    @Test
    void disabling_an_account_ends_its_refresh_tokens() {
        TokenSet tokens = live.signedIn("alice");
        live.authority().accounts().disable(tokens.account().id(), Caller.SYSTEM);

        assertThat(redeem(tokens.refresh().orElseThrow().value()))
                .isEqualTo(new Refused(Cause.REVOKED));
    }

    @Test
    void an_unused_token_dies_at_the_idle_lifetime_and_not_before() {
        Duration idle = live.authority().settings().lifetimes().refreshIdle();
        String token = live.signedIn("alice").refresh().orElseThrow().value();
        live.clock().advance(idle.minusMillis(1));
        Rotated next = rotated(token);
        live.clock().advance(idle);

        assertThat(redeem(next.next().value())).isEqualTo(new Refused(Cause.EXPIRED));
    }

    @Test
    void a_login_dies_at_the_absolute_lifetime_however_much_it_is_used() {
        var lifetimes = live.authority().settings().lifetimes();
        String token = live.signedIn("alice").refresh().orElseThrow().value();
        Duration step = Duration.ofDays(6);
        Duration left = lifetimes.refreshAbsolute();
        for (; left.compareTo(step) > 0; left = left.minus(step)) {
            live.clock().advance(step);
            token = rotated(token).next().value();
        }
        live.clock().advance(left.minusMillis(1));
        token = rotated(token).next().value();
        live.clock().advance(Duration.ofMillis(1));

        assertThat(redeem(token)).isEqualTo(new Refused(Cause.EXPIRED));
    }

    @Test
    void another_client_cannot_use_the_token_and_does_no_harm() {
        String token = live.signedIn("alice").refresh().orElseThrow().value();

        Refresh answer =
                live.authority()
                        .refreshTokens()
                        .redeem(RefreshAttempt.of(token, "chat", Optional.empty()), SOMEBODY);

        assertThat(answer).isEqualTo(new Refused(Cause.WRONG_CLIENT));
        assertThat(redeem(token)).isInstanceOf(Rotated.class);
    }

    @Test
    void more_scopes_than_granted_are_refused_and_spend_nothing() {
        String token = live.signedIn("alice").refresh().orElseThrow().value();

        assertThat(redeem(attempt(token, Scopes.of("openid", "admin"))))
                .isEqualTo(new Refused(Cause.INVALID_SCOPE));
        assertThat(((Rotated) redeem(attempt(token, Scopes.of("openid")))).scopes())
                .isEqualTo(Scopes.of("openid"));
    }

    @Test
    void a_family_that_is_bound_to_a_key_needs_that_key_at_each_use() {
        var login = login();
        RefreshTokens tokens = live.authority().refreshTokens();
        var first = tokens.first(login.session(), "signet", Scopes.of("openid")).boundTo("thumb-1");
        live.store()
                .write(tx -> {
                    tokens.begin(tx, first, login.session());
                    return true;
                });
        String token = first.token().value();

        assertThat(redeem(bound(token, Optional.empty()))).isEqualTo(new Refused(Cause.WRONG_KEY));
        assertThat(redeem(bound(token, Optional.of("thumb-2"))))
                .isEqualTo(new Refused(Cause.WRONG_KEY));
        Rotated right = (Rotated) redeem(bound(token, Optional.of("thumb-1")));
        Rotated retry = (Rotated) redeem(bound(token, Optional.of("thumb-1")));
        assertThat(retry.next()).isEqualTo(right.next());
    }

    @Test
    void a_client_that_gives_its_token_back_ends_the_login() {
        TokenSet tokens = live.signedIn("alice");
        String token = tokens.refresh().orElseThrow().value();
        RefreshTokens refresh = live.authority().refreshTokens();

        assertThat(refresh.revoke(token, "chat", SOMEBODY)).isEqualTo(GivenBack.ANOTHER_CLIENTS);
        assertThat(refresh.revoke("x", "signet", SOMEBODY)).isEqualTo(GivenBack.UNKNOWN);
        assertThat(refresh.revoke(token, "signet", SOMEBODY)).isEqualTo(GivenBack.SESSION_ENDED);
        assertThat(redeem(token)).isEqualTo(new Refused(Cause.REVOKED));
    }

    @Test
    void whatever_cannot_be_a_token_is_unknown() {
        String token = live.signedIn("alice").refresh().orElseThrow().value();

        for (String text : List.of("", "sgr_", token + "=", token + " ", token.substring(1), "ü")) {
            assertThat(redeem(text)).isEqualTo(new Refused(Cause.UNKNOWN));
        }
        assertThat(redeem(token)).isInstanceOf(Rotated.class);
    }

    @Test
    void a_short_idempotency_key_tells_nobody_apart() {
        assertThat(ClientInstance.ofIdempotencyKey("x".repeat(15))).isEmpty();
        assertThat(ClientInstance.ofIdempotencyKey("x".repeat(16))).isPresent();
        assertThat(ClientInstance.ofIdempotencyKey("x".repeat(255))).isPresent();
        assertThat(ClientInstance.ofIdempotencyKey("x".repeat(256))).isEmpty();
    }

    private Login.Accepted login() {
        live.register("alice");
        return live.login("alice");
    }

    private static RefreshAttempt attempt(String token, Scopes scopes) {
        return new RefreshAttempt(
                token, "signet", Optional.of(scopes), Optional.empty(), Optional.empty());
    }

    private static RefreshAttempt bound(String token, Optional<String> thumbprint) {
        return new RefreshAttempt(token, "signet", Optional.empty(), Optional.empty(), thumbprint);
    }

    private static Optional<ClientInstance> key(String text) {
        return ClientInstance.ofIdempotencyKey("idempotency key " + text);
    }

    private Rotated rotated(String token) {
        return (Rotated) redeem(token);
    }

    private Refresh redeem(String token) {
        return redeem(token, Optional.empty());
    }

    private Refresh redeem(String token, Optional<ClientInstance> instance) {
        return redeem(RefreshAttempt.of(token, "signet", instance));
    }

    private Refresh redeem(RefreshAttempt attempt) {
        return live.authority().refreshTokens().redeem(attempt, SOMEBODY);
    }

    private List<Refresh> atTheSameTime(String token, Optional<ClientInstance> instance)
            throws Exception {
        return Race.of(THREADS, () -> redeem(token, instance));
    }

    private long liveTokens() {
        return live.count(
                "refresh_token t JOIN refresh_family f ON f.id = t.family_id"
                        + " JOIN session s ON s.id = f.session_id"
                        + " WHERE t.spent_at IS NULL AND s.ended_at IS NULL");
    }
}
