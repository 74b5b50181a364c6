package dev.signet.authority.password;

/** A slow hash; each call keeps a core busy for tens of milliseconds. Safe for many threads. */
public interface PasswordHasher {

    /** A new hash with a new salt. */
    PasswordHash hash(Password password);

    /** Whether the hash was made of that password, with whatever parameters it names. */
    boolean matches(Password password, PasswordHash hash);

    /** Whether the hash was made with weaker parameters than today's. */
    boolean needsRehash(PasswordHash hash);
}
