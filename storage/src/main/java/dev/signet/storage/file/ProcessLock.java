package dev.signet.storage.file;

import dev.signet.storage.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held by one process at a time, for what may run once per data folder. It ends with the process,
 * however that ends; the empty file stays.
 */
public final class ProcessLock implements AutoCloseable {

    /**
     * What this process holds. Such a file is not opened again, for a process loses its lock as
     * soon as it closes the file, by whatever descriptor (POSIX).
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private ProcessLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the lock of that file, which is made when it is missing.
     *
     * @throws StoreUnavailableException when another holds it, or the file system refuses
     */
    public static ProcessLock take(Path file) {
        var privateFile = new PrivateFile(file);
        privateFile.createIfMissing();
        Path path = privateFile.path();
        if (!OURS.add(path)) {
            throw inUse(path);
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new ProcessLock(path, channel);
            }
            channel.close();
        } catch (IOException e) {
            OURS.remove(path);
            throw cannotBeLocked(path, e);
        }
        OURS.remove(path);
        throw inUse(path);
    }

    /** Whether somebody holds the lock of that file now; makes no file. */
    public static boolean isHeld(Path file) {
        var privateFile = new PrivateFile(file);
        Path path = privateFile.path();
        if (OURS.contains(path) || !privateFile.exists()) {
            return OURS.contains(path);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            throw cannotBeLocked(path, e);
        }
    }

    private static StoreUnavailableException inUse(Path path) {
        return new StoreUnavailableException(
                path.getParent()
                        + " is in use by another process; stop that one, or choose another folder");
    }

    private static StoreUnavailableException cannotBeLocked(Path path, IOException cause) {
        return new StoreUnavailableException(
                path + " cannot be locked: " + FileTrouble.of(cause), cause);
    }

    /** Gives the lock back; again: no effect. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreUnavailableException("the lock cannot be given back", e);
        } finally {
            OURS.remove(path);
        }
    }
}
