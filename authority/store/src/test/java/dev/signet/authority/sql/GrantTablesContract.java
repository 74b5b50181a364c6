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
