package dev.signet.storage.file;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.signet.storage.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file with mode 0600 in a folder that, when it has to be made, gets mode 0700. Every method
 * throws {@link StoreUnavailableException} when the file system refuses.
 *
 * @param path absolute or relative to the working folder
 */
public record PrivateFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER =
            PosixFilePermissions.fromString("rwx------");

    public PrivateFile {
        path = path.toAbsolutePath().normalize();
    }

    public boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Creates the folder and the empty file where they are missing; leaves what is there. */
    public void createIfMissing() {
        try {
            createFolder();
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_FILE));
            syncFolder();
        } catch (FileAlreadyExistsException e) {
            requirePrivate();
        } catch (IOException e) {
            throw broken("cannot be created", e);
        }
    }

    /**
     * Writes the content so that the file is complete on disk or absent, whatever happens
     * meanwhile.
     *
     * @return false when the file is there already; it is left as it is
     */
    public boolean createWith(byte[] content) {
        try {
            createFolder();
            Path draft = createDraft();
            try {
                writeDurably(draft, content);
                Files.createLink(path, draft); // unlike a move, a link never replaces
            } finally {
                Files.delete(draft);
            }
            syncFolder();
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw broken("cannot be written", e);
        }
    }

    /**
     * Reads the whole file.
     *
     * @param bytesMax a longer file is refused
     */
    public byte[] read(int bytesMax) {
        requirePrivate();
        try (var in = Files.newInputStream(path, READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(bytesMax + 1);
            if (content.length > bytesMax) {
                throw new StoreUnavailableException(
                        path
                                + " is longer than "
                                + bytesMax
                                + " bytes, so it is another file than"
                                + " expected here; restore it from a backup");
            }
            return content;
        } catch (IOException e) {
            throw broken("cannot be read", e);
        }
    }

    /** Refuses a link, a folder, and a file that anybody but its owner may read or write. */
    public void requirePrivate() {
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new StoreUnavailableException(
                        path + " is not a regular file; move away what is there, or name another");
            }
            var granted = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            if (!OWNER_FILE.containsAll(granted)) {
                throw new StoreUnavailableException(
                        "%s is open to others (%s): run chmod 600 and consider who may have read it"
                                .formatted(path, PosixFilePermissions.toString(granted)));
            }
        } catch (IOException e) {
            throw broken("cannot be examined", e);
        }
    }

    private void createFolder() throws IOException {
        try {
            Files.createDirectories(folder(), PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        } catch (FileAlreadyExistsException e) {
            throw new StoreUnavailableException(
                    e.getFile() + " is no folder; move that file away, or name another folder", e);
        }
    }

    private Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private Path createDraft() throws IOException {
        var attribute = PosixFilePermissions.asFileAttribute(OWNER_FILE);
        return Files.createTempFile(folder(), "." + path.getFileName(), ".draft", attribute);
    }

    private static void writeDurably(Path draft, byte[] content) throws IOException {
        try (var channel = FileChannel.open(draft, WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private void syncFolder() throws IOException {
        try (var channel = FileChannel.open(folder(), READ)) {
            channel.force(true);
        }
    }

    private StoreUnavailableException broken(String what, IOException cause) {
        return new StoreUnavailableException(
                path + " " + what + ": " + FileTrouble.of(cause), cause);
    }
}
