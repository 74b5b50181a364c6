package dev.signet.authority.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.Race;
import dev.signet.authority.account.Account;
import dev.signet.authority.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every table of sessions promises. */
interface SessionTableContract extends EmptyStore {

    @Test
    default void a_session_comes_back_as_it_was_added() {
        Session session = signedIn();

        assertThat(stored(session.id())).contains(session);
        assertThat(stored("ses_unknown")).isEmpty();
    }

    @Test
    default void a_session_ends_once_and_remembers_when() throws Exception {
        Session session = signedIn();

        List<Boolean> ended =
                Race.of(8, () -> store().write(tx -> tx.sessions().end(session.id(), NOW)));

        assertThat(ended).filteredOn(one -> one).hasSize(1);
        assertThat(stored(session.id()).orElseThrow().endedAt()).contains(NOW);
        assertThat(store().<Boolean>write(tx -> tx.sessions().end("ses_unknown", NOW))).isFalse();
    }

    @Test
    default void live_sessions_are_those_of_the_account_that_neither_ended_nor_expired() {
        Account alice = EmptyStore.account("alice");
        Session one = signedIn();
        Session two = EmptyStore.session("two", alice);
        Session ended = EmptyStore.session("ended", alice);
        Session others = EmptyStore.session("others", EmptyStore.account("bob"));
        write(tx -> {
            tx.accounts().add(EmptyStore.account("bob"), PASSWORD);
            List.of(two, ended, others).forEach(tx.sessions()::add);
            tx.sessions().end(ended.id(), NOW);
            tx.sessions().use(two.id(), NOW.plus(MILLISECOND), two.expiresAt());
        });

        assertThat(live(NOW, 10)).containsExactly("ses_two", "ses_one");
        assertThat(live(NOW, 1)).containsExactly("ses_two");
        assertThat(live(one.expiresAt().minus(MILLISECOND), 10)).hasSize(2);
        assertThat(live(one.expiresAt(), 10)).isEmpty();
    }

    @Test
    default void a_use_moves_the_expiry() {
        Session session = signedIn();
        Instant later = NOW.plusSeconds(5);
        write(tx -> tx.sessions().use(session.id(), later, later.plusSeconds(9)));

        Session used = stored(session.id()).orElseThrow();
        assertThat(used.lastUsedAt()).isEqualTo(later);
        assertThat(used.expiresAt()).isEqualTo(later.plusSeconds(9));
    }

    @Test
    default void only_sessions_that_are_long_over_are_purged_and_not_too_many_at_once() {
        Session session = signedIn();
        write(tx -> tx.sessions().add(EmptyStore.session("two", EmptyStore.account("alice"))));
        Instant expiry = session.expiresAt();

        assertThat(purge(expiry, 10)).isZero();
        assertThat(purge(expiry.plus(MILLISECOND), 1)).isEqualTo(1);
        assertThat(purge(expiry.plus(MILLISECOND), 10)).isEqualTo(1);
        assertThat(stored(session.id())).isEmpty();
    }

    private int purge(Instant before, int max) {
        return store().write(tx -> tx.sessions().purge(before, max));
    }

    private Optional<Session> stored(String id) {
        return store().read(tx -> tx.sessions().find(id));
    }

    private List<String> live(Instant now, int max) {
        return store().read(tx -> tx.sessions().live("usr_alice", now, max)).stream()
                .map(Session::id)
                .toList();
    }
}
