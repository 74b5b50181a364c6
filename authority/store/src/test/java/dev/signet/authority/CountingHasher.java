package dev.signet.authority;

import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.password.Password;
import dev.signet.authority.password.PasswordHash;
import dev.signet.authority.password.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A fast hash that counts how often it was asked; old hashes begin with {@code $old$}. */
public final class CountingHasher implements PasswordHasher {

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger compared = new AtomicInteger();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    public int made() {
        return made.get();
    }

    public int compared() {
        return compared.get();
    }

    /** Does that from now on while a password is being compared. */
    public void whileComparing(Runnable action) {
        meanwhile.set(action);
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
        meanwhile.get().run();
        return hash.phc().endsWith(CredentialHash.of(password.text()).value());
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return hash.phc().startsWith("$old$");
    }
}
