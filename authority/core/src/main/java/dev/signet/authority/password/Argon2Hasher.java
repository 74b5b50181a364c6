package dev.signet.authority.password;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id with 19 MiB, two passes and one lane, in PHC form (RFC 9106). */
public final class Argon2Hasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(encoder.encode(password.text()));
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        return encoder.matches(password.text(), hash.phc());
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return encoder.upgradeEncoding(hash.phc());
    }
}
