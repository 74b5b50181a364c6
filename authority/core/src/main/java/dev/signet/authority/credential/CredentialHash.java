package dev.signet.authority.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.token.jose.Base64Url;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a text with 256 random bits in it, which needs no salt and no slow hash.
 *
 * @param value 43 characters of base64url
 */
public record CredentialHash(String value) {

    public CredentialHash {
        if (value.length() != CredentialKind.ENCODED_LENGTH || Base64Url.decode(value).isEmpty()) {
            throw new IllegalArgumentException("credential hash: 43 characters of base64url");
        }
    }

    /** The hash of that text's UTF-8 bytes. */
    public static CredentialHash of(String text) {
        return new CredentialHash(Base64Url.encode(sha256(text.getBytes(UTF_8))));
    }

    /** Compares without telling by time where the first difference is. */
    public boolean matches(CredentialHash other) {
        return MessageDigest.isEqual(value.getBytes(US_ASCII), other.value.getBytes(US_ASCII));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
