package dev.signet.authority.client;

import dev.signet.authority.credential.CredentialHash;
import java.util.List;

/** Where clients are kept. */
public interface ClientTable {

    List<StoredClient> all();

    /** Adds the client; false when the id is taken. */
    boolean add(StoredClient client);

    /** Replaces everything but the secrets. */
    void update(Client client);

    void setSecrets(String clientId, List<CredentialHash> secrets);

    /** Removes the client; false when there is none. */
    boolean remove(String clientId);
}
