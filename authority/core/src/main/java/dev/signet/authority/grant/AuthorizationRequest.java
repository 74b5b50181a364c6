package dev.signet.authority.grant;

import java.util.Optional;

/** The parameters of an authorization request as they came, not checked (RFC 6749 §4.1.1). */
public record AuthorizationRequest(
        Optional<String> clientId,
        Optional<String> redirectUri,
        Optional<String> responseType,
        Optional<String> scope,
        Optional<String> state,
        Optional<String> nonce,
        Optional<String> codeChallenge,
        Optional<String> codeChallengeMethod) {}
