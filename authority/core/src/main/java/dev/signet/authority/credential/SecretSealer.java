package dev.signet.authority.credential;

/**
 * Encrypts what must be read again later, with a key that is not in the database. The context,
 * which is authenticated but not stored, keeps a sealed value from being moved to another row.
 */
public interface SecretSealer {

    /** The sealed form of those bytes, bound to that context; different at each call. */
    String seal(byte[] plain, String context);

    /**
     * The bytes that were sealed.
     *
     * @throws IllegalStateException when the value was changed, was sealed for another context or
     *     with another key
     */
    byte[] unseal(String sealed, String context);

    /**
     * A hash of those bytes, 32 bytes long, that nobody can tell from chance without the key; the
     * same at each call, and another one in another context.
     */
    byte[] keyedHash(byte[] bytes, String context);
}
