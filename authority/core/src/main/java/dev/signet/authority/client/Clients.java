package dev.signet.authority.client;

import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.credential.CredentialKind;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Registers clients and recognises them. Every client is held in memory, in a picture that is
 * replaced after each commit, so that recognising one never waits. Safe for many threads.
 */
public final class Clients {

    private final Store<? extends ClientTransaction> store;
    private final AuditTrail audit;
    private final CredentialSource credentials;
    private final InstantSource clock;
    private volatile Map<String, StoredClient> known = Map.of();

    public Clients(
            Store<? extends ClientTransaction> store,
            AuditTrail audit,
            CredentialSource credentials,
            InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Reads the clients; called once, before the first request. */
    public void load() {
        known = byId(store.read(tx -> tx.clients().all()));
    }

    public Optional<Client> find(String clientId) {
        return Optional.ofNullable(known.get(clientId)).map(StoredClient::client);
    }

    public Collection<Client> all() {
        return known.values().stream().map(StoredClient::client).toList();
    }

    /**
     * The client that has that secret; empty when there is none, for whatever reason (RFC 6749
     * §2.3.1). Answers from memory.
     */
    public Optional<Client> authenticate(String clientId, String secret) {
        CredentialHash presented = CredentialHash.of(secret);
        return Optional.ofNullable(known.get(clientId))
                .filter(client -> client.accepts(presented))
                .map(StoredClient::client);
    }

    /** The public client of that id, which has no secret to show. */
    public Optional<Client> identify(String clientId) {
        return find(clientId).filter(client -> !client.hasSecret());
    }

    /** Adds a client, with a new secret unless it is public. */
    public ClientRegistration register(Client client, Caller by) {
        Optional<Credential> secret =
                client.hasSecret() ? Optional.of(newSecret()) : Optional.empty();
        var stored = new StoredClient(client, secret.map(Credential::hash).stream().toList());
        return store.write(tx -> {
            if (known.size() >= AuthorityLimits.CLIENTS_MAX) {
                return new ClientRegistration.TooMany();
            }
            if (!tx.clients().add(stored)) {
                return new ClientRegistration.IdTaken();
            }
            changed(tx, AuditAction.CLIENT_REGISTERED, client.id(), by);
            return new ClientRegistration.Registered(client, secret);
        });
    }

    /** Replaces everything but the id and the secrets; false when there is no such client. */
    public boolean update(Client client, Caller by) {
        return store.write(tx -> {
            if (stored(tx, client.id()).isEmpty()) {
                return false;
            }
            tx.clients().update(client);
            changed(tx, AuditAction.CLIENT_UPDATED, client.id(), by);
            return true;
        });
    }

    /**
     * A further secret, beside the newest one so far; older ones are good no more. Empty when there
     * is no such client, or it is public.
     */
    public Optional<Credential> addSecret(String clientId, Caller by) {
        Credential secret = newSecret();
        return store.write(tx ->
                stored(tx, clientId)
                        .filter(client -> client.client().hasSecret())
                        .map(client -> {
                            tx.clients().setSecrets(clientId, and(client, secret));
                            changed(tx, AuditAction.CLIENT_SECRET_ADDED, clientId, by);
                            return secret;
                        }));
    }

    private static List<CredentialHash> and(StoredClient client, Credential secret) {
        List<CredentialHash> secrets = new ArrayList<>(client.secrets());
        secrets.add(secret.hash());
        int size = secrets.size();
        return secrets.subList(Math.max(0, size - AuthorityLimits.SECRETS_PER_CLIENT), size);
    }

    /** Leaves only the newest secret; false when there is no such client. */
    public boolean removeOldSecrets(String clientId, Caller by) {
        return store.write(tx ->
                stored(tx, clientId)
                        .map(client -> {
                            List<CredentialHash> all = client.secrets();
                            int from = Math.max(0, all.size() - 1);
                            tx.clients().setSecrets(clientId, all.subList(from, all.size()));
                            changed(tx, AuditAction.CLIENT_SECRETS_REMOVED, clientId, by);
                            return true;
                        })
                        .orElse(false));
    }

    /** Removes a client; its tokens stay good until they expire. False when there was none. */
    public boolean remove(String clientId, Caller by) {
        return store.write(tx -> {
            boolean removed = tx.clients().remove(clientId);
            if (removed) {
                changed(tx, AuditAction.CLIENT_REMOVED, clientId, by);
            }
            return removed;
        });
    }

    private void changed(ClientTransaction tx, AuditAction action, String clientId, Caller by) {
        audit.append(tx, AuditEvent.done(clock.instant(), action, clientId, by));
        Map<String, StoredClient> next = byId(tx.clients().all());
        tx.afterCommit(() -> known = next);
    }

    private static Optional<StoredClient> stored(ClientTransaction tx, String clientId) {
        return tx.clients().all().stream()
                .filter(c -> c.client().id().equals(clientId))
                .findFirst();
    }

    private static Map<String, StoredClient> byId(List<StoredClient> clients) {
        return clients.stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                stored -> stored.client().id(), Function.identity()));
    }

    private Credential newSecret() {
        return credentials.credential(CredentialKind.SECRET);
    }
}
