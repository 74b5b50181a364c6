package dev.signet.authority.grant;

import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;

/** An authorization code as it is stored. */
public record StoredCode(
        CredentialHash hash,
        String clientId,
        String redirectUri,
        String sessionId,
        Scopes scopes,
        Optional<String> nonce,
        Pkce pkce,
        Instant expiresAt,
        boolean spent) {}
