package dev.signet.token.key;

import dev.signet.token.limit.TokenLimits;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
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
        T apply(Signature signature) throws SignatureException;
    }

    /** A power of two, so that a mask finds the slot. */
    private static final int SIZE = TokenLimits.SIGNATURES_IDLE_MAX;

    private final AtomicReferenceArray<@Nullable Signature> idle = new AtomicReferenceArray<>(SIZE);
    private final Maker maker;

    /** Makes the first object at once, which shows whether the key can be used at all. */
    SignaturePool(Maker maker) throws GeneralSecurityException {
        this.maker = maker;
        giveBack(maker.make());
    }

    /**
     * Uses one object; if that fails it is thrown away, for its state is not known.
     *
     * @throws SignatureException of the use
     * @throws IllegalStateException when the provider makes no more objects: never the message's
     *     fault
     */
    <T> T with(Use<T> use) throws SignatureException {
        Signature signature = take();
        T result = use.apply(signature);
        giveBack(signature);
        return result;
    }

    private Signature take() {
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
        return make();
    }

    private Signature make() {
        try {
            return maker.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the crypto provider fails", e);
        }
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
