package dev.signet.chat.http.login;

import dev.signet.token.jose.CompactJws;
import dev.signet.token.verdict.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether an id token belongs to a sign-in (OpenID Connect Core §3.1.3.7). Its signature is
 * not looked at, since it came straight from the token endpoint and not through the browser (number
 * 6 there); whose login it is says the access token beside it, which was verified.
 */
record IdTokenCheck(String issuer, String clientId) {

    boolean belongs(String idToken, String nonce, Identity identity, Instant now) {
        return CompactJws.parse(idToken) instanceof CompactJws.Form.Canonical(var jws)
                && claimsFit(jws.payload(), identity)
                && nonceFits(jws.payload(), nonce)
                && isAlive(jws.payload(), now);
    }

    private boolean claimsFit(Map<String, Object> claims, Identity identity) {
        Object audience = claims.get("aud");
        boolean forUs = clientId.equals(audience) || List.of(clientId).equals(audience);
        return forUs
                && issuer.equals(claims.get("iss"))
                && identity.issuer().equals(issuer)
                && identity.clientId().equals(clientId)
                && identity.subject().equals(claims.get("sub"))
                && (!claims.containsKey("sid")
                        || identity.sessionId().equals(Optional.of(claims.get("sid"))));
    }

    private static boolean nonceFits(Map<String, Object> claims, String nonce) {
        return claims.get("nonce") instanceof String given && RandomValues.same(given, nonce);
    }

    private static boolean isAlive(Map<String, Object> claims, Instant now) {
        return claims.get("exp") instanceof Long seconds
                && now.getEpochSecond() < seconds + LEEWAY_SECONDS;
    }

    private static final long LEEWAY_SECONDS = 30;
}
