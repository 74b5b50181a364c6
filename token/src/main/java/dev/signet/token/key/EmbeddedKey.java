package dev.signet.token.key;

import dev.signet.token.jose.Algorithm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A key that a message carries in its own header. It proves possession (RFC 9449) and never
 * identity: no access token is verified with one.
 */
public final class EmbeddedKey {

    private static final String KID = "embedded";

    private EmbeddedKey() {}

    /** The public key of those JWK members for that algorithm; empty when it is weak or private. */
    public static Optional<VerificationKey> parse(
            Map<?, ?> members, Algorithm algorithm, CryptoProvider provider) {
        Map<Object, Object> named = new LinkedHashMap<>(members);
        named.put("kid", KID);
        named.putIfAbsent("alg", algorithm.wireName());
        return Jwks.key(named, provider).filter(key -> key.algorithm() == algorithm);
    }
}
