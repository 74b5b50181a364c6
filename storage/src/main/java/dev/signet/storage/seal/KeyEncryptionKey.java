package dev.signet.storage.seal;

import dev.signet.storage.StoreUnavailableException;
import dev.signet.storage.file.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 256-bit key under which everything secret is stored. Never used to encrypt by itself: every
 * purpose gets a key of its own. Never printed. Immutable.
 */
public final class KeyEncryptionKey {

    private static final int BYTES = 32;
    private static final int BASE64_CHARS = 44;
    private static final int FINGERPRINT_BYTES = 8;
    private static final String LABEL = "signet seal v1 ";

    private final SecretKey key;
    private final Origin origin;

    private KeyEncryptionKey(byte[] bytes, Origin origin) {
        this.key = new SecretKeySpec(bytes, "HKDF");
        this.origin = origin;
    }

    /** Where a key came from; its text is fit for a log line. */
    public sealed interface Origin {
        /** The operator gave it in a setting. */
        record Given() implements Origin {
            @Override
            public String toString() {
                return "setting";
            }
        }

        /** It was read from a file. */
        record Loaded(Path file) implements Origin {
            @Override
            public String toString() {
                return "file " + file;
            }
        }

        /** It was made just now; without a copy of this file the sealed values are lost. */
        record Created(Path file) implements Origin {
            @Override
            public String toString() {
                return "new file " + file;
            }
        }
    }

    /**
     * The key that an operator gave.
     *
     * @param text 32 bytes in Base64 with padding: exactly what {@code openssl rand -base64 32}
     *     prints
     * @throws IllegalArgumentException when it is anything else, or one byte over and over
     */
    public static KeyEncryptionKey fromBase64(String text) {
        return new KeyEncryptionKey(decoded(text), new Origin.Given());
    }

    /**
     * The key in that file, which is made when it is missing: mode 0600, complete or absent even
     * after a crash. When several processes make it at once, all get the same.
     *
     * @throws StoreUnavailableException when others may read the file, or it cannot be read or
     *     written, or it does not hold a key
     */
    public static KeyEncryptionKey loadOrCreate(Path path, SecureRandom random) {
        var file = new PrivateFile(path);
        boolean created = !file.exists() && file.createWith(newKeyLine(random));
        Origin origin = created ? new Origin.Created(file.path()) : new Origin.Loaded(file.path());
        return new KeyEncryptionKey(read(file), origin);
    }

    public Origin origin() {
        return origin;
    }

    /** Tells this key from others without telling anything about it; 16 hexadecimal digits. */
    public String fingerprint() {
        return HexFormat.of().formatHex(derived("fingerprint", FINGERPRINT_BYTES));
    }

    /**
     * What seals values of one kind. Values of another kind, and other keys, do not open them.
     *
     * @param purpose a fixed name such as {@code signing-keys}, 1 to 64 characters
     */
    public Sealer forPurpose(String purpose, SecureRandom random) {
        if (purpose.isEmpty() || purpose.length() > 64) {
            throw new IllegalArgumentException("purpose: 1 to 64 characters");
        }
        SecretKey purposeKey = new SecretKeySpec(derived("key " + purpose, BYTES), "AES");
        SecretKey hashKey = new SecretKeySpec(derived("hash " + purpose, BYTES), "HKDF");
        return new Sealer(
                new Sealer.Keys(purposeKey, hashKey),
                derived("id " + purpose, SealedBox.KEY_ID_BYTES),
                random);
    }

    @Override
    public String toString() {
        return "KeyEncryptionKey[hidden, " + origin + "]";
    }

    private byte[] derived(String info, int bytes) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand((LABEL + info).getBytes(StandardCharsets.UTF_8), bytes);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no HKDF-SHA256", e);
        }
    }

    private static byte[] newKeyLine(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String line = Base64.getEncoder().encodeToString(bytes) + "\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] read(PrivateFile file) {
        String line = new String(file.read(BASE64_CHARS + 1), StandardCharsets.US_ASCII);
        try {
            return decoded(line.stripTrailing());
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailableException(
                    file.path()
                            + " does not hold a key, which is 32 random bytes in Base64 on one"
                            + " line; restore it from a backup",
                    e);
        }
    }

    private static byte[] decoded(String text) {
        byte[] bytes = strictBase64(text);
        boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(text);
        if (bytes.length != BYTES || !canonical) {
            throw new IllegalArgumentException(refusal());
        }
        if (isOneByteRepeated(bytes)) {
            throw new IllegalArgumentException("key-encryption key: not random; " + refusal());
        }
        return bytes;
    }

    private static byte[] strictBase64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) { // its message quotes a character of the key
            throw new IllegalArgumentException(refusal());
        }
    }

    private static boolean isOneByteRepeated(byte[] bytes) {
        for (byte b : bytes) {
            if (b != bytes[0]) {
                return false;
            }
        }
        return true;
    }

    private static String refusal() {
        return "key-encryption key: 32 random bytes in Base64, as openssl rand -base64 32 prints";
    }
}
