package dev.signet.chat.http.login;

import java.util.Optional;

/** Encrypts what is stored, and proves when it is read that nobody changed or moved it. */
public interface Sealer {

    /**
     * @param context must be the same when opening; binds the value to its place
     * @return text for a column of the store
     */
    String seal(byte[] plain, String context);

    /** The value; empty when it was not sealed here, or for another place. */
    Optional<byte[]> open(String sealed, String context);
}
