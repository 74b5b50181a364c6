package dev.signet.authority.signing;

import dev.signet.token.key.KeyState;
import java.util.List;

/** Where signing keys are kept. */
public interface SigningKeyTable {

    /** Every key, oldest first. */
    List<StoredKey> all();

    void add(StoredKey key);

    /** Replaces the key of that kid if it is still in that state; false when it is not. */
    boolean replace(StoredKey key, KeyState expected);
}
