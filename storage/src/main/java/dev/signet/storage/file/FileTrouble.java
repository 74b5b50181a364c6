package dev.signet.storage.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says of a failure of the file system what is the matter and what helps. */
final class FileTrouble {

    private static final String GRANT =
            "permission denied; let the user that runs Signet read and write it and its folder";

    private FileTrouble() {}

    static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> GRANT;
            case NoSuchFileException _ -> "there is no such file or folder; create it";
            case NotDirectoryException _ -> "it is no folder; move it away, or name another one";
            case FileSystemException known when known.getReason() != null ->
                    ofReason(known.getReason());
            default ->
                    failure.getMessage() == null
                            ? "the disk failed"
                            : ofReason(failure.getMessage());
        };
    }

    /** The system's own words, in English under every locale of the JVM. */
    private static String ofReason(String reason) {
        if (reason.contains("No space left") || reason.contains("quota exceeded")) {
            return "the disk is full; free some space";
        }
        if (reason.contains("Read-only file system")) {
            return "the disk is read-only; mount it for writing, or name another folder";
        }
        if (reason.contains("Not a directory")) {
            return "a part of the path is a file and no folder; move it away, or name another one";
        }
        return reason.contains("Permission denied") || reason.contains("not permitted")
                ? GRANT
                : reason;
    }
}
