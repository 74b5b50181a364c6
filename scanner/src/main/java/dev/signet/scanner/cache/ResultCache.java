package dev.signet.scanner.cache;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * What was found in texts, by the hash of text, path and rules, in one packed file. An entry that
 * is damaged is as good as none. Safe for many threads.
 */
public final class ResultCache {

    private static final String FILE_NAME = "signet-scan.cache";
    private static final int MAGIC = 0x53474331;
    private static final long FILE_BYTES_MAX = 256L * 1024 * 1024;
    private static final int ENTRIES_MAX = 200_000;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final byte[] version;
    private final Map<Key, byte[]> stored = new ConcurrentHashMap<>();
    private final Map<Key, byte[]> used = new ConcurrentHashMap<>();

    private record Key(long a, long b, long c, long d) {
        static Key of(byte[] hash) {
            ByteBuffer longs = ByteBuffer.wrap(hash);
            return new Key(longs.getLong(), longs.getLong(), longs.getLong(), longs.getLong());
        }

        byte[] bytes() {
            return ByteBuffer.allocate(KEY_BYTES)
                    .putLong(a)
                    .putLong(b)
                    .putLong(c)
                    .putLong(d)
                    .array();
        }
    }

    private ResultCache(Path folder, String version) {
        this.file = folder.resolve(FILE_NAME);
        this.version = version.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what earlier runs left there, if anything.
     *
     * @param modules of the authority, on which findings depend, too
     */
    public static ResultCache open(Path folder, Collection<String> modules) {
        Set<String> sorted = new TreeSet<>(modules);
        ResultCache cache = new ResultCache(folder, RulesVersion.current() + sorted);
        cache.load();
        return cache;
    }

    /** What was found in that text before. */
    public Optional<Verdict> find(String path, byte[] text) {
        Key key = key(path, text);
        byte[] payload = stored.get(key);
        if (payload == null) {
            return Optional.empty();
        }
        Optional<Verdict> verdict = Payload.verdict(payload, path);
        verdict.ifPresent(_ -> used.put(key, payload));
        return verdict;
    }

    /** Remembers what was found. */
    public void put(String path, byte[] text, Verdict verdict) {
        used.put(key(path, text), Payload.of(verdict));
    }

    private Key key(String path, byte[] text) {
        MessageDigest digest = Sha256.digest();
        digest.update(version);
        digest.update((byte) 0);
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return Key.of(digest.digest(text));
    }

    private void load() {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= FILE_BYTES_MAX) {
                entries(ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            stored.clear(); // an unreadable cache is an empty one
        }
    }

    private void entries(ByteBuffer in) {
        if (in.remaining() < Integer.BYTES || in.getInt() != MAGIC) {
            return;
        }
        while (in.remaining() >= KEY_BYTES + 2 * Integer.BYTES) {
            byte[] key = new byte[KEY_BYTES];
            in.get(key);
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - Integer.BYTES) {
                return;
            }
            byte[] payload = new byte[length];
            in.get(payload);
            if (in.getInt() == check(key, payload)) {
                stored.put(Key.of(key), payload);
            }
        }
    }

    private static int check(byte[] key, byte[] payload) {
        CRC32 check = new CRC32();
        check.update(key);
        check.update(payload);
        return (int) check.getValue();
    }

    /**
     * Writes everything that was used, and what was not as far as there is room, all or nothing.
     *
     * @throws IOException when the folder cannot be written
     */
    public void save() throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, FILE_NAME, ".new");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
                out.writeInt(MAGIC);
                write(out);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void write(DataOutputStream out) throws IOException {
        int room = ENTRIES_MAX;
        for (Map.Entry<Key, byte[]> entry : used.entrySet()) {
            write(entry, out);
            room--;
        }
        for (Map.Entry<Key, byte[]> entry : stored.entrySet()) {
            if (room > 0 && !used.containsKey(entry.getKey())) {
                write(entry, out);
                room--;
            }
        }
    }

    private static void write(Map.Entry<Key, byte[]> entry, DataOutputStream out)
            throws IOException {
        byte[] key = entry.getKey().bytes();
        out.write(key);
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
        out.writeInt(check(key, entry.getValue()));
    }
}
