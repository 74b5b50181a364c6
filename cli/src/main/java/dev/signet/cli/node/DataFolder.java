package dev.signet.cli.node;

import dev.signet.config.Settings;
import dev.signet.storage.StoreUnavailableException;
import dev.signet.storage.file.ProcessLock;
import dev.signet.storage.seal.KeyEncryptionKey;
import dev.signet.storage.sql.Database;
import dev.signet.storage.sql.Labels;
import dev.signet.storage.sql.SqliteDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * The folder of the databases and keys. What does not fit together is refused before anything is
 * written: another installation's database, sealed values without their key.
 */
final class DataFolder {

    private static final String AUTHORITY = "authority";
    private static final String CHAT = "chat";
    private static final String KEY_FILE = "key-encryption.key";
    private static final String INSTALLATION = "installation";
    private static final String SEALED_UNDER = "sealed-under";

    private final Settings settings;
    private final SecureRandom random;
    private final Path folder;

    /** A database that is open, and the key that seals in it; nobody else has it open. */
    record Opened(Database database, KeyEncryptionKey key) {}

    DataFolder(Settings settings, SecureRandom random) {
        this.settings = settings;
        this.random = random;
        this.folder = settings.data().toAbsolutePath().normalize();
    }

    /** The authority's database; made when it is missing. Two would miss each other's feed. */
    Opened openAuthority(Parts parts, String migrations) {
        return open(AUTHORITY, settings.authority().issuer(), parts, migrations);
    }

    /** The chat backend's database; made when it is missing. */
    Opened openChat(Parts parts, String migrations) {
        return open(CHAT, settings.chat().authorityUrl(), parts, migrations);
    }

    private Opened open(String name, URI issuer, Parts parts, String migrations) {
        parts.add(ProcessLock.take(folder.resolve(name + ".lock")));
        Path file = databaseFile(name);
        Labels labels = Labels.read(file);
        var here = new Installation(settings.environment(), issuer);
        here.requireSame(file, labels.texts().get(INSTALLATION), settings.changeFrom());
        KeyEncryptionKey key = key();
        requireSame(key, file, labels);
        Database database = parts.add(SqliteDatabase.open(file, migrations));
        Labels.write(database, Map.of(INSTALLATION, here.code(), SEALED_UNDER, key.fingerprint()));
        return new Opened(database, key);
    }

    private Path databaseFile(String name) {
        return folder.resolve(name + ".db");
    }

    /** The key that was given, or the one in the folder, which is made for new data alone. */
    private KeyEncryptionKey key() {
        if (settings.keyEncryptionKey().isPresent()) {
            return KeyEncryptionKey.fromBase64(settings.keyEncryptionKey().get().value());
        }
        Path file = folder.resolve(KEY_FILE);
        if (!Files.exists(file)) {
            List.of(AUTHORITY, CHAT).forEach(name -> requireUnsealed(databaseFile(name), file));
        }
        return KeyEncryptionKey.loadOrCreate(file, random);
    }

    private static void requireUnsealed(Path database, Path keyFile) {
        if (Labels.read(database).sealsValues()) {
            throw new StoreUnavailableException(
                    database
                            + " holds values that only their key opens, and "
                            + keyFile
                            + " is missing; restore that file from a backup, or set"
                            + " key-encryption-key to the key");
        }
    }

    private static void requireSame(KeyEncryptionKey key, Path file, Labels labels) {
        String sealedUnder = labels.texts().getOrDefault(SEALED_UNDER, key.fingerprint());
        if (labels.sealsValues() && !sealedUnder.equals(key.fingerprint())) {
            throw new StoreUnavailableException(
                    file
                            + " was sealed under another key-encryption key than this one ("
                            + key.origin()
                            + "); start with that one, from SIGNET_KEY_ENCRYPTION_KEY or "
                            + KEY_FILE
                            + " in the data folder");
        }
    }
}
