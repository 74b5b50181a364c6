package dev.signet.authority.grant;

import static dev.signet.authority.LiveAuthority.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.CountingHasher;
import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.account.Account;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditRow;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginsTest {

    private static final Login REFUSED = new Login.Refused();

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void the_right_password_begins_a_session_that_knows_where_it_came_from() {
        Account account = live.register("alice");

        Session session = live.login("alice").session();

        assertThat(session.accountId()).isEqualTo(account.id());
        assertThat(session.clientId()).isEqualTo("signet");
        assertThat(session.address()).isEqualTo(LiveAuthority.SOMEBODY.address());
        assertThat(session.userAgent()).isEqualTo(LiveAuthority.SOMEBODY.userAgent());
        assertThat(session.methods()).containsExactly("pwd");
        assertThat(session.authenticatedAt()).isEqualTo(live.clock().instant());
        assertThat(live.authority().sessions().of(account.id())).containsExactly(session);
    }

    @Test
    void the_address_is_found_however_it_is_typed() {
        live.register("alice");

        assertThat(live.attempt("  ALICE@Example.ORG ", PASSWORD))
                .isInstanceOf(Login.Accepted.class);
    }

    @Test
    void an_unknown_address_costs_the_same_work_and_gets_the_same_answers_as_a_wrong_password() {
        live.register("alice");

        List<Work> known = attempts("alice@example.org");
        List<Work> unknown = attempts("nobody@example.org");
        List<Work> impossible = attempts("not an address");

        assertThat(unknown).isEqualTo(known);
        assertThat(impossible).isEqualTo(known);
        assertThat(known).filteredOn(work -> work.answer().equals(REFUSED)).hasSize(5);
    }

    /** What one attempt came to and how much was done for it. */
    private record Work(Login answer, int hashes, long auditRows, long lockoutRows) {}

    private List<Work> attempts(String email) {
        return IntStream.range(0, 8)
                .mapToObj(_ -> {
                    int hashes = live.hasher().compared();
                    long rows = live.count("audit_row");
                    long lockouts = live.count("lockout");
                    Login answer = live.attempt(email, "a wrong passphrase");
                    return new Work(
                            answer,
                            live.hasher().compared() - hashes,
                            live.count("audit_row") - rows,
                            live.count("lockout") - lockouts);
                })
                .toList();
    }

    @Test
    void five_failures_lock_the_account_and_each_further_one_doubles_the_lock_up_to_an_hour() {
        live.register("alice");
        for (int i = 0; i < AuthorityLimits.FAILURES_BEFORE_LOCK; i++) {
            assertThat(fail()).isEqualTo(REFUSED);
        }
        for (int minutes : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            Duration lock = Duration.ofMinutes(minutes);
            assertThat(succeed()).isEqualTo(new Login.Locked(lock));
            live.clock().advance(lock.minusMillis(1));
            assertThat(succeed()).isEqualTo(new Login.Locked(Duration.ofMillis(1)));
            live.clock().advance(Duration.ofMillis(1));
            assertThat(fail()).isEqualTo(REFUSED);
        }
        live.clock().advance(Duration.ofHours(1));
        assertThat(succeed()).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void every_spelling_of_an_address_counts_for_the_same_lock() {
        live.register("nick");
        for (String typed : List.of("nick@", " NICK@", "nic\u212a@", "Nick@", "nicK@")) {
            assertThat(live.attempt(typed + "example.org", "wrong")).isEqualTo(REFUSED);
        }

        assertThat(live.attempt("nick@example.org", PASSWORD)).isInstanceOf(Login.Locked.class);
    }

    @Test
    void the_right_password_forgets_failures() {
        live.register("alice");
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < AuthorityLimits.FAILURES_BEFORE_LOCK - 1; i++) {
                assertThat(fail()).isEqualTo(REFUSED);
            }
            assertThat(succeed()).isInstanceOf(Login.Accepted.class);
        }
    }

    @Test
    void failures_are_forgotten_after_a_day() {
        live.register("alice");
        for (int i = 0; i < AuthorityLimits.FAILURES_BEFORE_LOCK - 1; i++) {
            fail();
        }
        live.clock().advance(AuthorityLimits.FAILURES_FORGOTTEN_AFTER);

        assertThat(fail()).isEqualTo(REFUSED);
        assertThat(succeed()).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void a_lock_survives_a_restart() {
        live.register("alice");
        for (int i = 0; i < AuthorityLimits.FAILURES_BEFORE_LOCK; i++) {
            fail();
        }
        live.restart();

        assertThat(succeed()).isInstanceOf(Login.Locked.class);
    }

    @Test
    void guesses_at_the_same_time_are_no_better_than_guesses_in_a_row() throws Exception {
        live.register("alice");

        List<Login> answers = Race.of(64, this::fail);

        assertThat(answers)
                .filteredOn(REFUSED::equals)
                .hasSize(AuthorityLimits.FAILURES_BEFORE_LOCK);
        assertThat(live.hasher().compared()).isEqualTo(AuthorityLimits.FAILURES_BEFORE_LOCK);
    }

    @Test
    void an_attempt_that_nobody_could_judge_does_not_count() throws Exception {
        live.register("alice");
        var occupied = new CountDownLatch(LiveAuthority.CORES);
        var over = new CountDownLatch(1);
        live.hasher().whileComparing(() -> stay(occupied, over));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LiveAuthority.CORES; i++) {
                String other = "other" + i + "@example.org";
                threads.submit(() -> live.attempt(other, "a wrong passphrase"));
            }
            occupied.await();
            assertThat(Race.of(2 * AuthorityLimits.FAILURES_BEFORE_LOCK, this::succeed))
                    .contains(new Login.Overloaded());
            over.countDown();
        }
        assertThat(succeed()).isInstanceOf(Login.Accepted.class);
    }

    private static void stay(CountDownLatch here, CountDownLatch over) {
        here.countDown();
        try {
            over.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_disabled_account_cannot_sign_in_and_only_its_owner_hears_why() {
        Account account = live.register("alice");
        live.authority().accounts().disable(account.id(), Caller.SYSTEM);

        assertThat(fail()).isEqualTo(REFUSED);
        assertThat(succeed()).isEqualTo(new Login.Disabled());
        live.authority().accounts().enable(account.id(), Caller.SYSTEM);
        assertThat(succeed()).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void a_weaker_hash_is_replaced_at_the_next_login_and_only_once() {
        Account account = live.register("alice");
        live.store()
                .write(tx -> {
                    tx.accounts().setPassword(account.id(), CountingHasher.outdated(PASSWORD));
                    return true;
                });
        int made = live.hasher().made();

        assertThat(fail()).isEqualTo(REFUSED);
        assertThat(live.hasher().made()).isEqualTo(made);
        live.login("alice");
        live.login("alice");

        assertThat(live.hasher().made()).isEqualTo(made + 1);
        assertThat(live.count("account WHERE password LIKE '$new$%'")).isEqualTo(1);
    }

    @Test
    void a_password_that_is_replaced_while_it_is_compared_opens_nothing() {
        Account account = live.register("alice");
        live.hasher()
                .whileComparing(() ->
                        live.store()
                                .write(tx -> {
                                    tx.accounts()
                                            .setPassword(
                                                    account.id(), CountingHasher.outdated("x"));
                                    return true;
                                }));

        assertThat(succeed()).isEqualTo(REFUSED);
        assertThat(live.authority().sessions().of(account.id())).isEmpty();
    }

    @Test
    void an_account_disabled_while_its_password_is_compared_stays_out() {
        Account account = live.register("alice");
        live.hasher()
                .whileComparing(
                        () -> live.authority().accounts().disable(account.id(), Caller.SYSTEM));

        assertThat(succeed()).isEqualTo(new Login.Disabled());
        assertThat(live.authority().sessions().of(account.id())).isEmpty();
    }

    @Test
    void the_session_that_was_unused_for_longest_gives_way_to_the_hundred_and_first() {
        Account account = live.register("alice");
        Session oldest = live.login("alice").session();
        for (int i = 1; i < AuthorityLimits.SESSIONS_PER_ACCOUNT; i++) {
            live.clock().advance(Duration.ofSeconds(1));
            live.login("alice");
        }
        assertThat(live.authority().sessions().live(oldest.id())).isPresent();
        live.clock().advance(Duration.ofSeconds(1));
        live.login("alice");

        assertThat(live.authority().sessions().live(oldest.id())).isEmpty();
        assertThat(live.authority().sessions().of(account.id()))
                .hasSize(AuthorityLimits.SESSIONS_PER_ACCOUNT);
    }

    @Test
    void each_attempt_is_in_the_audit_log_of_the_account() {
        Account account = live.register("alice");
        fail();
        Session session = live.login("alice").session();

        List<AuditEvent> events =
                live.authority().audit().recent(account.id(), Long.MAX_VALUE, 2).stream()
                        .map(AuditRow::event)
                        .toList();
        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly(AuditAction.LOGIN_SUCCEEDED, AuditAction.LOGIN_REFUSED);
        assertThat(events).extracting(AuditEvent::done).containsExactly(true, false);
        assertThat(events.getFirst().target()).isEqualTo(session.id());
        assertThat(events.getLast().by().address()).isEqualTo("192.0.2.7");
    }

    private Login fail() {
        return live.attempt("alice@example.org", "a wrong passphrase");
    }

    private Login succeed() {
        return live.attempt("alice@example.org", PASSWORD);
    }
}
