package dev.signet.cli.node;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.signet.storage.StoreUnavailableException;
import dev.signet.storage.file.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The right to serve from a data folder. Whoever serves keeps revocations and running work in
 * memory, so two of them on one folder would each be blind to what the other does. The system takes
 * the right back when the process ends, however it ends.
 */
final class FolderClaim implements AutoCloseable {

    private final FileChannel channel;

    private FolderClaim(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Claims the folder for that part, e.g. {@code authority}.
     *
     * @throws StoreUnavailableException when a running process has the claim, or the folder cannot
     *     be written
     */
    static FolderClaim of(Path folder, String part) {
        var file = new PrivateFile(folder.resolve(part + ".lock"));
        file.createIfMissing();
        try {
            FileChannel channel = FileChannel.open(file.path(), WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StoreUnavailableException(
                        "the data folder %s is in use by another signet process; stop that one or choose another folder with --data"
                                .formatted(folder));
            }
            return new FolderClaim(channel);
        } catch (IOException e) {
            throw new StoreUnavailableException(file.path() + " cannot be locked", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
