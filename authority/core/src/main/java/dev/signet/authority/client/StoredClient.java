package dev.signet.authority.client;

import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.limit.AuthorityLimits;
import java.util.List;

/**
 * A client with what is stored of its secrets.
 *
 * @param secrets oldest first; more than one while it changes from one to the next
 */
public record StoredClient(Client client, List<CredentialHash> secrets) {

    public StoredClient {
        secrets = List.copyOf(secrets);
        if (secrets.size() > AuthorityLimits.SECRETS_PER_CLIENT) {
            throw new IllegalArgumentException("client: too many secrets");
        }
    }

    /** Compares with every secret, so that the time does not tell which one it was. */
    boolean accepts(CredentialHash presented) {
        boolean accepted = false;
        for (CredentialHash secret : secrets) {
            accepted |= secret.matches(presented);
        }
        return accepted;
    }
}
