package dev.signet.authority.http;

import dev.signet.authority.password.Password;
import dev.signet.authority.password.PasswordHash;
import dev.signet.authority.password.PasswordHasher;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Real Argon2id at a cost that suits a test. */
final class CheapArgon2 implements PasswordHasher {

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 64, 1);

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
