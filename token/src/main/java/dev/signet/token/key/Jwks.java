package dev.signet.token.key;

import com.nimbusds.jose.jwk.JWK;
import dev.signet.token.jose.StrictJson;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** From the members of a JWK that a stranger may have written to a key. */
final class Jwks {

    private Jwks() {}

    /** The key; empty when the members are no JWK, or one that must not verify anything. */
    static Optional<VerificationKey> key(Map<?, ?> members, CryptoProvider provider) {
        return jwk(members).flatMap(jwk -> VerificationKey.of(jwk, provider));
    }

    /** The library meets some mistyped members with a checked exception, others with any. */
    private static Optional<JWK> jwk(Map<?, ?> members) {
        try {
            return Optional.of(JWK.parse(present(members)));
        } catch (ParseException | RuntimeException notAKey) {
            return Optional.empty();
        }
    }

    /** A member that is {@code null} says as much as an absent one. */
    private static Map<String, Object> present(Map<?, ?> members) {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!StrictJson.NULL.equals(value)) {
                copy.put((String) name, value);
            }
        });
        return copy;
    }
}
