package dev.signet.http.message;

import org.jspecify.annotations.Nullable;

/**
 * A request's body within its bounds. As a form it is parsed at the first look alone, for guards
 * and endpoints both look into it. May be used from any thread.
 */
public final class Body {

    private final byte[] bytes;
    private @Nullable Parameters form;

    /**
     * @param bytes not changed by anybody from now on
     */
    public Body(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** In bytes. */
    public int length() {
        return bytes.length;
    }

    /** Parameters are immutable, so two threads at worst parse the same twice. */
    Parameters form() {
        Parameters known = form;
        if (known == null) {
            known = Parameters.parse(bytes);
            form = known;
        }
        return known;
    }
}
