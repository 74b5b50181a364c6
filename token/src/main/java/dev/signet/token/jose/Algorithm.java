package dev.signet.token.jose;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Signature algorithms that a token may use (RFC 7518 §3.1, RFC 8037); {@code none} is none of
 * them.
 */
public enum Algorithm {
    ES256("ES256", "SHA-256"),
    EDDSA("EdDSA", "SHA-512"),
    RS256("RS256", "SHA-256"),
    PS256("PS256", "SHA-256"),
    ES384("ES384", "SHA-384");

    private static final Map<String, Algorithm> BY_WIRE_NAME =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(Algorithm::wireName, Function.identity()));

    private final String wireName;
    private final String hashName;

    Algorithm(String wireName, String hashName) {
        this.wireName = wireName;
        this.hashName = hashName;
    }

    /** The {@code alg} value. */
    public String wireName() {
        return wireName;
    }

    /** The hash inside the signature, as the JCA calls it; id tokens hash their companions so. */
    public String hashName() {
        return hashName;
    }

    /** The algorithm of exactly that {@code alg} value; empty for any other, also by case. */
    public static Optional<Algorithm> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }
}
