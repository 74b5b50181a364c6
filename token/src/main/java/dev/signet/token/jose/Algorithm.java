package dev.signet.token.jose;

import java.util.Arrays;
import java.util.Optional;

/**
 * Signature algorithms that a token may use (RFC 7518 §3.1, RFC 8037); {@code none} is none of
 * them.
 */
public enum Algorithm {
    ES256("ES256"),
    EDDSA("EdDSA"),
    RS256("RS256"),
    PS256("PS256"),
    ES384("ES384");

    private final String wireName;

    Algorithm(String wireName) {
        this.wireName = wireName;
    }

    /** The {@code alg} value. */
    public String wireName() {
        return wireName;
    }

    /** The algorithm of exactly that {@code alg} value; empty for any other, also by case. */
    public static Optional<Algorithm> ofWireName(String name) {
        return Arrays.stream(values()).filter(a -> a.wireName.equals(name)).findFirst();
    }
}
