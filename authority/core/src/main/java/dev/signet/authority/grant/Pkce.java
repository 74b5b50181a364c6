package dev.signet.authority.grant;

import dev.signet.authority.credential.CredentialHash;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The challenge that ties a code to whoever asked for it (RFC 7636), by S256 alone.
 *
 * @param challenge 43 characters of base64url
 */
public record Pkce(CredentialHash challenge) {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** The challenge as it was sent; empty when it cannot be one. */
    static Optional<Pkce> parse(String challenge) {
        try {
            return Optional.of(new Pkce(new CredentialHash(challenge)));
        } catch (IllegalArgumentException notAHash) {
            return Optional.empty();
        }
    }

    /** Whether the challenge was made of that verifier. */
    boolean verifies(String verifier) {
        return VERIFIER.matcher(verifier).matches()
                && CredentialHash.of(verifier).matches(challenge);
    }
}
