package dev.signet.storage.seal;

import static dev.signet.storage.seal.SealedBox.HEADER_BYTES;
import static dev.signet.storage.seal.SealedBox.NONCE_BYTES;
import static dev.signet.storage.seal.SealedBox.PLAIN_BYTES_MAX;
import static dev.signet.storage.seal.SealedBox.TAG_BYTES;

import dev.signet.storage.seal.Opening.Cause;
import dev.signet.storage.seal.Opening.Opened;
import dev.signet.storage.seal.Opening.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals and opens values of one purpose. The context, for example the row's id, is not stored and
 * must be the same when opening, so a box that was moved to another row stays closed. Safe for use
 * by many threads; random nonces allow 2³² values under one key.
 */
public final class Sealer {

    private static final String KDF_NAME = "HKDF-SHA256";
    private static final int HASH_BYTES = 32;

    private final Keys keys;
    private final byte[] header;
    private final SecureRandom random;

    /** One key for each kind of work. */
    record Keys(SecretKey sealing, SecretKey hashing) {
        @Override
        public String toString() {
            return "Keys[hidden]";
        }
    }

    Sealer(Keys keys, byte[] keyId, SecureRandom random) {
        this.keys = keys;
        this.header = ByteBuffer.allocate(HEADER_BYTES).put(SealedBox.VERSION).put(keyId).array();
        this.random = random;
    }

    /**
     * Encrypts the value.
     *
     * @param plain up to {@value SealedBox#PLAIN_BYTES_MAX} bytes
     */
    public SealedBox seal(byte[] plain, String context) {
        if (plain.length > PLAIN_BYTES_MAX) {
            throw new IllegalArgumentException("sealing: too long: " + plain.length + " bytes");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            int length = HEADER_BYTES + NONCE_BYTES + secret.length;
            var box = ByteBuffer.allocate(length).put(header).put(nonce).put(secret);
            return new SealedBox(box.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM cannot encrypt", e);
        }
    }

    /** Decrypts a value that was sealed by a sealer of the same key and purpose. */
    public Opening open(SealedBox box, String context) {
        byte[] bytes = box.bytes();
        if (bytes[0] != SealedBox.VERSION) {
            return new Refused(Cause.OTHER_VERSION);
        }
        if (!Arrays.equals(bytes, 0, HEADER_BYTES, header, 0, HEADER_BYTES)) {
            return new Refused(Cause.OTHER_KEY);
        }
        int secretFrom = HEADER_BYTES + NONCE_BYTES;
        byte[] nonce = Arrays.copyOfRange(bytes, HEADER_BYTES, secretFrom);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, context);
            return new Opened(cipher.doFinal(bytes, secretFrom, bytes.length - secretFrom));
        } catch (AEADBadTagException _) {
            return new Refused(Cause.CHANGED);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM cannot decrypt", e);
        }
    }

    /**
     * HKDF-Expand with SHA-256 (RFC 5869 §2.3) over context and value: 32 bytes, the same at each
     * call, that tell nothing to whoever lacks the key. Other purposes and other keys give others.
     */
    public byte[] keyedHash(byte[] value, String context) {
        byte[] name = context.getBytes(StandardCharsets.UTF_8);
        var info = ByteBuffer.allocate(Integer.BYTES + name.length + value.length);
        info.putInt(name.length).put(name).put(value);
        try {
            var parameters = HKDFParameterSpec.expandOnly(keys.hashing(), info.array(), HASH_BYTES);
            return KDF.getInstance(KDF_NAME).deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + KDF_NAME, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.sealing(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
