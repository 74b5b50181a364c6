package dev.signet.storage.seal;

/** What became of one attempt to open a {@link SealedBox}. */
public sealed interface Opening {

    /**
     * The value, proven to be what was sealed for this purpose and context.
     *
     * @param plain the caller's own copy
     */
    record Opened(byte[] plain) implements Opening {
        @Override
        public String toString() {
            return "Opened[hidden]";
        }
    }

    /** The value stays closed. */
    record Refused(Cause cause) implements Opening {}

    /** Why a box stays closed. */
    enum Cause {
        /** Sealed under another key-encryption key or for another purpose. */
        OTHER_KEY,
        /** Sealed by a version that this one does not know. */
        OTHER_VERSION,
        /** The bytes are not those that were sealed, or the context is another. */
        CHANGED
    }
}
