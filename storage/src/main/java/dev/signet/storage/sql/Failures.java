package dev.signet.storage.sql;

import dev.signet.storage.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a broken environment from a mistake in a work. */
final class Failures {

    private static final int PRIMARY_CODE = 0xff; // the rest tells details of the same failure
    private static final Set<Integer> ENVIRONMENT =
            Set.of(
                    SQLiteErrorCode.SQLITE_BUSY.code,
                    SQLiteErrorCode.SQLITE_LOCKED.code,
                    SQLiteErrorCode.SQLITE_NOMEM.code,
                    SQLiteErrorCode.SQLITE_PERM.code,
                    SQLiteErrorCode.SQLITE_INTERRUPT.code,
                    SQLiteErrorCode.SQLITE_IOERR.code,
                    SQLiteErrorCode.SQLITE_CORRUPT.code,
                    SQLiteErrorCode.SQLITE_FULL.code,
                    SQLiteErrorCode.SQLITE_CANTOPEN.code,
                    SQLiteErrorCode.SQLITE_PROTOCOL.code,
                    SQLiteErrorCode.SQLITE_NOTADB.code);

    private Failures() {}

    /** The exception itself, or what it means when the environment is the cause. */
    static RuntimeException named(RuntimeException failure) {
        if (failure instanceof ConnectionException) {
            return new StoreUnavailableException("no connection to the database", failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isEnvironment(sql)) {
                return new StoreUnavailableException("the database failed", failure);
            }
        }
        return failure;
    }

    private static boolean isEnvironment(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && ENVIRONMENT.contains(sqlite.getResultCode().code & PRIMARY_CODE);
    }
}
