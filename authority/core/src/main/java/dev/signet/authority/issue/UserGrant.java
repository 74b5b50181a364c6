package dev.signet.authority.issue;

import dev.signet.authority.account.Account;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.session.Session;
import java.util.Optional;
import java.util.Set;

/**
 * What a person's token is issued for.
 *
 * @param clientId who gets it
 * @param keyThumbprint the DPoP key that it is bound to (RFC 9449); empty for a bearer token
 */
public record UserGrant(
        Account account,
        Session session,
        String clientId,
        Scopes scopes,
        Optional<String> keyThumbprint) {

    /** What the token may do: what the account may, and its scopes stand for. */
    public Set<String> permissions() {
        return scopes.limit(account.permissions());
    }
}
