package dev.signet.authority.refresh;

import dev.signet.authority.credential.CredentialHash;
import java.util.Optional;

/**
 * Tells one running copy of a client from another, so that a retry after a lost answer is not taken
 * for theft.
 *
 * @param mark the hash of what the copy showed
 */
public record ClientInstance(CredentialHash mark) {

    /** Shortest and longest {@code Idempotency-Key}; a shorter one could be guessed. */
    public static final int KEY_LENGTH_MIN = 16;

    public static final int KEY_LENGTH_MAX = 255;

    /** The copy that proved possession of the DPoP key with that RFC 7638 thumbprint. */
    public static ClientInstance ofKeyThumbprint(String thumbprint) {
        return new ClientInstance(CredentialHash.of("dpop:" + thumbprint));
    }

    /**
     * The copy that asks from that address under that name; empty when the address is not known.
     * Others may share both, so this counts for moments only.
     */
    public static Optional<ClientInstance> ofPlace(String address, String userAgent) {
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ClientInstance(
                                CredentialHash.of("place:" + address + '\n' + userAgent)));
    }

    /** The copy that sent this {@code Idempotency-Key}; empty when its length is out of bounds. */
    public static Optional<ClientInstance> ofIdempotencyKey(String key) {
        return key.length() < KEY_LENGTH_MIN || key.length() > KEY_LENGTH_MAX
                ? Optional.empty()
                : Optional.of(new ClientInstance(CredentialHash.of("key:" + key)));
    }
}
