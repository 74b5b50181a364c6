package dev.signet.authority.issue;

import dev.signet.authority.account.Account;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.Credential;
import dev.signet.token.access.IssuedToken;
import java.util.Optional;
import java.util.Set;

/**
 * What a client gets for a person (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3).
 *
 * @param refresh empty unless the client may refresh and {@code offline_access} was granted
 * @param id empty unless {@code openid} was granted
 * @param bound whether the access token is bound to a DPoP key, so that its type is {@code DPoP}
 */
public record TokenSet(
        IssuedToken access,
        Optional<Credential> refresh,
        Optional<IssuedToken> id,
        Scopes scopes,
        Account account,
        String sessionId,
        boolean bound) {

    /** What the access token may do. */
    public Set<String> permissions() {
        return scopes.limit(account.permissions());
    }
}
