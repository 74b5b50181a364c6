package dev.signet.authority.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.client.StoredClient;
import dev.signet.authority.lockout.Lockout;
import dev.signet.authority.signing.StoredKey;
import dev.signet.token.key.KeyState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every table of clients, signing keys and lockouts promises. */
interface FurtherTablesContract extends EmptyStore {

    @Test
    default void a_client_comes_back_as_it_was_added_and_its_id_is_taken() {
        StoredClient rich = client("rich", Set.of("https://a.example/x?y=z", "https://b.example"));
        StoredClient poor =
                new StoredClient(
                        new Client(
                                "poor",
                                "P",
                                Client.Kind.PUBLIC,
                                Set.of(),
                                Set.of(),
                                ClientScopes.of(),
                                ServiceAccess.NONE),
                        List.of());
        write(tx -> List.of(rich, poor).forEach(tx.clients()::add));

        assertThat(clients()).containsExactly(poor, rich);
        assertThat(store().<Boolean>write(tx -> tx.clients().add(rich))).isFalse();
    }

    @Test
    default void a_client_can_be_changed_and_removed() {
        write(tx -> tx.clients().add(client("one", Set.of("https://a.example"))));
        StoredClient changed = client("one", Set.of("https://b.example"));
        write(tx -> tx.clients().update(changed.client()));
        assertThat(clients()).containsExactly(changed);

        write(tx -> tx.clients().setSecrets("one", List.of()));
        assertThat(clients().getFirst().secrets()).isEmpty();
        assertThat(store().<Boolean>write(tx -> tx.clients().remove("one"))).isTrue();
        assertThat(store().<Boolean>write(tx -> tx.clients().remove("one"))).isFalse();
    }

    private List<StoredClient> clients() {
        return store().read(tx -> tx.clients().all());
    }

    private static StoredClient client(String id, Set<String> redirectUris) {
        return new StoredClient(
                new Client(
                        id,
                        "A name with spaces",
                        Client.Kind.CONFIDENTIAL,
                        redirectUris,
                        Set.of(GrantType.AUTHORIZATION_CODE, GrantType.CLIENT_CREDENTIALS),
                        new ClientScopes(
                                Scopes.of("openid", "email", "b"), Scopes.of("email", "b")),
                        new ServiceAccess(
                                Set.of(ClientRight.VALIDATE, ClientRight.INTROSPECT),
                                Set.of("a:b"),
                                Set.of("one", "two"))),
                List.of(EmptyStore.hash("old"), EmptyStore.hash("new")));
    }

    @Test
    default void a_signing_key_changes_only_from_the_state_that_was_seen() {
        var pending = new StoredKey("kid", KeyState.PENDING, "sealed", NOW, NOW);
        var active = new StoredKey("kid", KeyState.ACTIVE, "sealed", NOW, NOW.plus(MILLISECOND));
        write(tx -> tx.signingKeys().add(pending));

        assertThat(
                        store().<Boolean>write(
                                        tx -> tx.signingKeys().replace(active, KeyState.RETIRING)))
                .isFalse();
        assertThat(store().<List<StoredKey>>read(tx -> tx.signingKeys().all()))
                .containsExactly(pending);
        assertThat(store().<Boolean>write(tx -> tx.signingKeys().replace(active, KeyState.PENDING)))
                .isTrue();
        assertThat(store().<List<StoredKey>>read(tx -> tx.signingKeys().all()))
                .containsExactly(active);
    }

    @Test
    default void a_lockout_is_replaced_cleared_and_purged() {
        var once = new Lockout(EmptyStore.hash("key"), 1, NOW, NOW);
        var twice = new Lockout(EmptyStore.hash("key"), 2, NOW.plus(MILLISECOND), NOW);
        write(tx -> List.of(once, twice).forEach(tx.lockouts()::put));
        assertThat(lockout(twice)).contains(twice);

        assertThat(store().<Integer>write(tx -> tx.lockouts().purge(twice.lastFailureAt(), 9)))
                .isZero();
        write(tx -> tx.lockouts().clear(twice.key()));
        assertThat(lockout(twice)).isEmpty();
    }

    private Optional<Lockout> lockout(Lockout lockout) {
        return store().read(tx -> tx.lockouts().find(lockout.key()));
    }
}
