package dev.signet.storage.sql;

import dev.signet.storage.StoreUnavailableException;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a broken environment from a mistake in a work, and says what helps against it. */
final class Failures {

    private static final int PRIMARY_CODE = 0xff; // the rest tells details of the same failure

    private Failures() {}

    /** The exception itself, or what it means when the environment is the cause. */
    static RuntimeException named(RuntimeException failure) {
        Optional<String> trouble =
                code(failure)
                        .filter(code -> code != SQLiteErrorCode.SQLITE_READONLY) // a work's mistake
                        .flatMap(Failures::trouble);
        if (trouble.isPresent()) {
            return new StoreUnavailableException("the database " + trouble.get(), failure);
        }
        return failure instanceof ConnectionException
                ? new StoreUnavailableException("no connection to the database", failure)
                : failure;
    }

    /** Why that file cannot be opened: the file, the cause, and what helps. */
    static StoreUnavailableException of(Path file, Exception failure) {
        String trouble = trouble(failure).orElse("cannot be opened; the log says why");
        return new StoreUnavailableException(file + " " + trouble, failure);
    }

    /** Empty when it is no failure of the environment. */
    static Optional<String> trouble(Throwable failure) {
        return code(failure).flatMap(Failures::trouble);
    }

    private static Optional<SQLiteErrorCode> code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                int primary = sqlite.getResultCode().code & PRIMARY_CODE;
                return Optional.of(SQLiteErrorCode.getErrorCode(primary));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> trouble(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_FORMAT ->
                    Optional.of(
                            "is damaged or no database; restore it from a backup, or move it away"
                                    + " to begin without its data");
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                    Optional.of("is in use by another program; stop that one, then try again");
            case SQLITE_FULL -> Optional.of("cannot grow, for the disk is full; free some space");
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                    Optional.of(
                            "cannot be opened for writing; let the user that runs Signet write to"
                                    + " it and to its folder");
            case SQLITE_IOERR ->
                    Optional.of(
                            "cannot be read or written on its disk; look at the disk and its free"
                                    + " space");
            case SQLITE_NOMEM -> Optional.of("needs more memory than there is");
            case SQLITE_INTERRUPT -> Optional.of("was interrupted");
            default -> Optional.empty();
        };
    }
}
