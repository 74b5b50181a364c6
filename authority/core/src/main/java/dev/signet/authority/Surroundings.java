package dev.signet.authority;

import dev.signet.authority.account.Mailer;
import dev.signet.authority.credential.SecretSealer;
import dev.signet.authority.password.PasswordHasher;
import dev.signet.authority.store.Store;
import dev.signet.token.key.CryptoProvider;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What the authority needs from outside.
 *
 * @param beside runs what an answer does not wait for, on threads of its own
 * @param cores how many passwords may be hashed at the same time
 */
public record Surroundings(
        Store<? extends AuthorityTransaction> store,
        SecretSealer sealer,
        PasswordHasher hasher,
        Mailer mailer,
        CryptoProvider crypto,
        InstantSource clock,
        SecureRandom random,
        Executor beside,
        int cores) {}
