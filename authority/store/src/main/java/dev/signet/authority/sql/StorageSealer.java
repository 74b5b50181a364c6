package dev.signet.authority.sql;

import dev.signet.authority.credential.SecretSealer;
import dev.signet.storage.seal.Opening;
import dev.signet.storage.seal.SealedBox;
import dev.signet.storage.seal.Sealer;
import dev.signet.token.jose.Base64Url;

/** Seals with the storage's key and writes sealed values as base64url, for text columns. */
public final class StorageSealer implements SecretSealer {

    private final Sealer sealer;

    public StorageSealer(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public String seal(byte[] plain, String context) {
        return Base64Url.encode(sealer.seal(plain, context).bytes());
    }

    @Override
    public byte[] unseal(String sealed, String context) {
        byte[] box =
                Base64Url.decode(sealed)
                        .orElseThrow(
                                () -> new IllegalStateException("sealed value: not base64url"));
        return switch (sealer.open(new SealedBox(box), context)) {
            case Opening.Opened(var plain) -> plain;
            case Opening.Refused(var cause) -> throw new IllegalStateException(why(cause));
        };
    }

    @Override
    public byte[] keyedHash(byte[] bytes, String context) {
        return sealer.keyedHash(bytes, context);
    }

    /** Operators read this when they start with another key than before. */
    private static String why(Opening.Cause cause) {
        return switch (cause) {
            case OTHER_KEY ->
                    "the database was sealed under another key-encryption key; start with that"
                            + " one, from SIGNET_KEY_ENCRYPTION_KEY or the data folder's file";
            case OTHER_VERSION -> "a value in the database was sealed by a newer version";
            case CHANGED -> "a sealed value in the database was changed";
        };
    }
}
