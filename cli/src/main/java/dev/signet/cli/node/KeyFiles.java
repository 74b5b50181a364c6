package dev.signet.cli.node;

import dev.signet.config.Settings;
import dev.signet.storage.seal.KeyEncryptionKey;
import java.security.SecureRandom;

/** The key that seals what is stored: the one given, or the one in the data folder. */
final class KeyFiles {

    private KeyFiles() {}

    static KeyEncryptionKey keyEncryptionKey(Settings settings, SecureRandom random) {
        return settings.keyEncryptionKey()
                .map(secret -> KeyEncryptionKey.fromBase64(secret.value()))
                .orElseGet(() ->
                        KeyEncryptionKey.loadOrCreate(
                                settings.data().resolve("key-encryption.key"), random));
    }
}
