package dev.signet.token.key;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few initialised {@link Signature} objects of one key ready: they are costly to make, not
 * safe to share and return to their initial state after each use. Bound to no thread, so virtual
 * threads profit too.
 */
final class SignaturePool {

    /** Makes one initialised object. */
    interface Maker {
        Signature make() throws GeneralSecurityException;
    }

    /** One use of a borrowed object. */
    interface Use<T> {
        T apply(Signature signature) throws GeneralSecurityException;
    }

    private static final int SIZE = 16;

    private final AtomicReferenceArray<@Nullable Signature> idle = new AtomicReferenceArray<>(SIZE);
    private final Maker maker;

    SignaturePool(Maker maker) {
        this.maker = maker;
    }

    /** An object whose use failed is thrown away, its state is not known. */
    <T> T with(Use<T> use) throws GeneralSecurityException {
        Signature signature = take();
        T result = use.apply(signature);
        giveBack(signature);
        return result;
    }

    private Signature take() throws GeneralSecurityException {
        int start = slot();
        for (int i = 0; i < SIZE; i++) {
            int slot = (start + i) & (SIZE - 1);
            if (idle.getPlain(slot) != null) {
                Signature signature = idle.getAndSet(slot, null);
                if (signature != null) {
                    return signature;
                }
            }
        }
        return maker.make();
    }

    private void giveBack(Signature signature) {
        int start = slot();
        for (int i = 0; i < SIZE; i++) {
            int slot = (start + i) & (SIZE - 1);
            if (idle.getPlain(slot) == null && idle.compareAndSet(slot, null, signature)) {
                return;
            }
        }
    }

    private static int slot() {
        return (int) Thread.currentThread().getId() & (SIZE - 1);
    }
}
