package dev.signet.authority.password;

/**
 * A password's slow hash. Not printed.
 *
 * @param phc a PHC string, e.g. {@code $argon2id$v=19$m=19456,t=2,p=1$…}
 */
public record PasswordHash(String phc) {

    static final int LENGTH_MAX = 512;

    public PasswordHash {
        if (!phc.startsWith("$") || phc.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("password hash: not a PHC string");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
