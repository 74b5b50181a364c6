package dev.signet.authority;

import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.password.Password;
import dev.signet.authority.password.PasswordHash;
import dev.signet.authority.password.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** A fast hash that counts how often it was asked; old hashes begin with {@code $old$}. */
public final class CountingHasher implements PasswordHasher {

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger compared = new AtomicInteger();

    public int made() {
        return made.get();
    }

    public int compared() {
        return compared.get();
    }

    public static PasswordHash outdated(String password) {
        return new PasswordHash("$old$" + CredentialHash.of(password).value());
    }

    @Override
    public PasswordHash hash(Password password) {
        made.incrementAndGet();
        return new PasswordHash("$new$" + CredentialHash.of(password.text()).value());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        compared.incrementAndGet();
        return hash.phc().endsWith(CredentialHash.of(password.text()).value());
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return hash.phc().startsWith("$old$");
    }
}
