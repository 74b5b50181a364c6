package dev.signet.authority.refresh;

import dev.signet.authority.client.Scopes;
import java.util.Optional;

/**
 * All refresh tokens that came of one grant. It lives exactly as long as its session.
 *
 * @param id {@code fam_…}
 * @param keyThumbprint the DPoP key that every use must prove; empty for bearer tokens
 */
public record TokenFamily(
        String id,
        String sessionId,
        String accountId,
        String clientId,
        Scopes scopes,
        Optional<String> keyThumbprint) {

    static final String ID_PREFIX = "fam_";

    /** The same family, each use of which must prove possession of a DPoP key. */
    TokenFamily boundTo(String thumbprint) {
        return new TokenFamily(id, sessionId, accountId, clientId, scopes, Optional.of(thumbprint));
    }
}
