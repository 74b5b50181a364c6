package dev.signet.storage.seal;

import java.util.Arrays;

/**
 * An encrypted value as it stands in the store: version, key id, nonce, ciphertext with tag.
 *
 * @param bytes at least the overhead of an empty value; copied in and out
 */
public record SealedBox(byte[] bytes) {

    static final byte VERSION = 1;
    static final int KEY_ID_BYTES = 8;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int HEADER_BYTES = 1 + KEY_ID_BYTES;
    static final int BYTES_MIN = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;

    /** The longest value that can be sealed, far above any key or secret. */
    public static final int PLAIN_BYTES_MAX = 64 * 1024;

    public SealedBox {
        if (bytes.length < BYTES_MIN || bytes.length > BYTES_MIN + PLAIN_BYTES_MAX) {
            throw new IllegalArgumentException("sealed box: impossible length " + bytes.length);
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedBox box && Arrays.equals(bytes, box.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedBox[" + bytes.length + " bytes]";
    }
}
