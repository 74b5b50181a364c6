package dev.signet.authority.credential;

import dev.signet.token.jose.Base64Url;
import java.util.random.RandomGenerator;

/**
 * Makes credentials and identifiers that nobody can guess. Safe for many threads if its source is.
 */
public final class CredentialSource {

    private static final int CREDENTIAL_BYTES = 32;

    /** Random bytes of an identifier. */
    public static final int ID_BYTES = 16;

    private final RandomGenerator random;

    /**
     * @param random cryptographically strong, that is a {@link java.security.SecureRandom} outside
     *     of tests
     */
    public CredentialSource(RandomGenerator random) {
        this.random = random;
    }

    /** A new credential of 256 random bits. */
    public Credential credential(CredentialKind kind) {
        return new Credential(kind.prefix() + random(CREDENTIAL_BYTES));
    }

    /** A new identifier: the prefix, such as {@code usr_}, and 128 random bits. */
    public String id(String prefix) {
        return prefix + random(ID_BYTES);
    }

    /** So many random bytes. */
    public byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private String random(int size) {
        return Base64Url.encode(bytes(size));
    }
}
