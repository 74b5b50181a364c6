package dev.signet.storage.file;

import dev.signet.storage.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held by one process at a time, for what may run once per data folder. It ends with the process,
 * however that ends; the empty file stays.
 */
public final class ProcessLock implements AutoCloseable {

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of that file, which is made when it is missing.
     *
     * @throws StoreUnavailableException when another holds it, or the file system refuses
     */
    public static ProcessLock take(Path path) {
        var file = new PrivateFile(path);
        file.createIfMissing();
        try {
            FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new StoreUnavailableException(
                        file.path().getParent() + " is in use by another process; stop that one");
            }
            return new ProcessLock(channel);
        } catch (IOException e) {
            throw new StoreUnavailableException(file.path() + " cannot be locked", e);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false; // this very process has it
        }
    }

    /** Gives the lock back; again: no effect. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreUnavailableException("the lock cannot be given back", e);
        }
    }
}
