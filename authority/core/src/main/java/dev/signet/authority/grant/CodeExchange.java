package dev.signet.authority.grant;

import java.util.Optional;

/**
 * What a client shows to exchange a code (RFC 6749 §4.1.3).
 *
 * @param code as sent, whatever text it is
 * @param clientId the client, authenticated or identified before
 * @param redirectUri must be the one of the authorization request
 * @param verifier {@code code_verifier} (RFC 7636 §4.5)
 * @param keyThumbprint the DPoP key that was proved with this request
 */
public record CodeExchange(
        String code,
        String clientId,
        String redirectUri,
        String verifier,
        Optional<String> keyThumbprint) {

    @Override
    public String toString() {
        return "CodeExchange[client=" + clientId + "]";
    }
}
