package dev.signet.authority.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.Race;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.grant.Pkce;
import dev.signet.authority.grant.StoredCode;
import dev.signet.authority.refresh.ClientInstance;
import dev.signet.authority.refresh.StoredRefresh;
import dev.signet.authority.refresh.StoredRefresh.Spent;
import dev.signet.authority.refresh.TokenFamily;
import dev.signet.authority.session.Session;
import dev.signet.authority.ticket.StoredTicket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every table of things that are spent once promises. */
interface GrantTablesContract extends EmptyStore {

    @Test
    default void a_refresh_token_is_spent_once_however_many_try_at_the_same_time()
            throws Exception {
        StoredRefresh token = refreshToken();
        List<Spent> uses =
                IntStream.range(0, 32)
                        .mapToObj(i -> new Spent(NOW, Optional.empty(), "successor " + i))
                        .toList();

        List<Boolean> spent = Race.of(uses.stream().map(use -> spending(token, use)).toList());

        assertThat(spent).filteredOn(one -> one).hasSize(1);
        assertThat(stored(token).spent()).contains(uses.get(spent.indexOf(true)));
    }

    @Test
    default void a_refresh_token_and_its_family_come_back_as_they_were_added() {
        StoredRefresh token = refreshToken();
        var spent =
                new Spent(
                        NOW,
                        ClientInstance.ofIdempotencyKey("sixteen characters"),
                        "sealed successor");
        assertThat(stored(token)).isEqualTo(token);
        write(tx -> tx.refreshTokens().spend(token.hash(), spent));

        assertThat(stored(token).spent()).contains(spent);
        assertThat(store().<Optional<TokenFamily>>read(tx -> tx.refreshTokens().family("fam_one")))
                .contains(family(Optional.of("thumbprint")));
        assertThat(
                        store().<Optional<TokenFamily>>read(
                                        tx -> tx.refreshTokens().family("fam_unknown")))
                .isEmpty();
    }

    @Test
    default void a_refresh_token_is_repeated_until_it_is_spent_and_never_after() throws Exception {
        StoredRefresh token = refreshToken();
        var use = new Spent(NOW, Optional.empty(), "successor");

        assertThat(repeat(token)).isTrue();
        assertThat(stored(token)).isEqualTo(token);
        List<Boolean> raced =
                Race.of(List.<Callable<Boolean>>of(spending(token, use), () -> repeat(token)));

        assertThat(raced.getFirst()).isTrue();
        assertThat(repeat(token)).isFalse();
        assertThat(stored(token).spent()).contains(use);
    }

    private boolean repeat(StoredRefresh token) {
        return store().write(tx -> tx.refreshTokens().repeat(token.hash(), NOW));
    }

    @Test
    default void spent_tokens_are_forgotten_up_to_a_generation_and_unspent_ones_never() {
        StoredRefresh seventh = refreshToken();
        StoredRefresh eighth = generation("eighth", 8);
        StoredRefresh ninth = generation("ninth", 9);
        var use = new Spent(NOW, Optional.empty(), "successor");
        write(tx -> {
            tx.refreshTokens().add(eighth);
            tx.refreshTokens().add(ninth);
            tx.refreshTokens().spend(seventh.hash(), use);
            tx.refreshTokens().spend(ninth.hash(), use);
            tx.refreshTokens().forgetSpent("fam_other", 100);
            tx.refreshTokens().forgetSpent("fam_one", 8);
        });

        assertThat(isStored(seventh)).isFalse();
        assertThat(isStored(eighth)).isTrue();
        assertThat(isStored(ninth)).isTrue();
    }

    private boolean isStored(StoredRefresh token) {
        return store().read(tx -> tx.refreshTokens().find(token.hash()).isPresent());
    }

    private static StoredRefresh generation(String name, long generation) {
        return new StoredRefresh(
                EmptyStore.hash(name),
                "fam_one",
                generation,
                NOW,
                NOW.plusSeconds(60),
                Optional.empty());
    }

    @Test
    default void refresh_tokens_are_kept_until_their_session_is_long_over() {
        StoredRefresh token = refreshToken();
        Session session = store().read(tx -> tx.sessions().find("ses_one").orElseThrow());

        write(tx -> tx.refreshTokens().purge(session.expiresAt(), 10));
        assertThat(stored(token)).isEqualTo(token);
        int purged =
                store().write(tx ->
                        tx.refreshTokens().purge(session.expiresAt().plus(MILLISECOND), 10));
        assertThat(purged).isEqualTo(2);
        assertThat(store().<Boolean>read(tx -> tx.refreshTokens().find(token.hash()).isEmpty()))
                .isTrue();
    }

    @Test
    default void an_authorization_code_comes_back_and_is_spent_once() throws Exception {
        signedIn();
        StoredCode code =
                new StoredCode(
                        EmptyStore.hash("code"),
                        "client",
                        "https://client.example/callback",
                        "ses_one",
                        Scopes.of("openid", "email"),
                        Optional.of("a nonce with spaces"),
                        new Pkce(EmptyStore.hash("verifier")),
                        NOW,
                        false);
        write(tx -> tx.codes().add(code));
        assertThat(store().<Optional<StoredCode>>read(tx -> tx.codes().find(code.hash())))
                .contains(code);

        List<Boolean> spent = Race.of(32, () -> store().write(tx -> tx.codes().spend(code.hash())));

        assertThat(spent).filteredOn(one -> one).hasSize(1);
        assertThat(store().<Integer>write(tx -> tx.codes().purge(NOW, 9))).isZero();
        assertThat(store().<Integer>write(tx -> tx.codes().purge(NOW.plus(MILLISECOND), 9)))
                .isEqualTo(1);
    }

    @Test
    default void a_ticket_comes_back_and_is_spent_once() throws Exception {
        signedIn();
        var owner =
                new StoredTicket.Owner(
                        "jti",
                        "ses_one",
                        "client",
                        Scopes.of(),
                        Optional.empty(),
                        NOW,
                        NOW.plusSeconds(900));
        var ticket = new StoredTicket(EmptyStore.hash("ticket"), "usr_alice", owner, NOW, false);
        write(tx -> tx.tickets().add(ticket));
        assertThat(store().<Optional<StoredTicket>>read(tx -> tx.tickets().find(ticket.hash())))
                .contains(ticket);

        List<Boolean> spent =
                Race.of(32, () -> store().write(tx -> tx.tickets().spend(ticket.hash())));

        assertThat(spent).filteredOn(one -> one).hasSize(1);
        assertThat(store().<Integer>write(tx -> tx.tickets().purge(NOW, 9))).isZero();
        assertThat(store().<Integer>write(tx -> tx.tickets().purge(NOW.plus(MILLISECOND), 9)))
                .isEqualTo(1);
    }

    private Callable<Boolean> spending(StoredRefresh token, Spent use) {
        return () -> store().write(tx -> tx.refreshTokens().spend(token.hash(), use));
    }

    private StoredRefresh stored(StoredRefresh token) {
        return store().read(tx -> tx.refreshTokens().find(token.hash()).orElseThrow());
    }

    private static TokenFamily family(Optional<String> thumbprint) {
        return new TokenFamily(
                "fam_one", "ses_one", "usr_alice", "client", Scopes.of("openid"), thumbprint);
    }

    private StoredRefresh refreshToken() {
        signedIn();
        var token =
                new StoredRefresh(
                        EmptyStore.hash("token"),
                        "fam_one",
                        7,
                        NOW,
                        NOW.plusSeconds(60),
                        Optional.empty());
        write(tx -> {
            tx.refreshTokens().addFamily(family(Optional.of("thumbprint")));
            tx.refreshTokens().add(token);
        });
        return token;
    }
}
