package dev.signet.storage.sql;

import dev.signet.storage.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a database file says about itself, beside its schema: whose it is, under which key it seals.
 * Read before anything is written, so that a start which does not fit changes nothing.
 *
 * @param texts by name; empty for a file that is missing, empty, or older than this
 * @param sealsValues whether it holds values that only their key opens
 */
public record Labels(Map<String, String> texts, boolean sealsValues) {

    private static final Duration BUSY_WAIT = Duration.ofSeconds(1);
    private static final Labels NONE = new Labels(Map.of(), false);

    public Labels {
        texts = Map.copyOf(texts);
    }

    /**
     * Reads them without changing the file.
     *
     * @throws dev.signet.storage.StoreUnavailableException when it is damaged or cannot be read
     */
    public static Labels read(Path file) {
        var privateFile = new PrivateFile(file);
        if (!privateFile.exists()) {
            return NONE;
        }
        privateFile.requirePrivate();
        var connections = new SqliteConnections(privateFile.path(), BUSY_WAIT);
        try {
            return Files.size(file) == 0 ? NONE : read(connections);
        } catch (SQLException | IOException e) {
            throw Failures.of(privateFile.path(), e);
        }
    }

    private static Labels read(SqliteConnections connections) throws SQLException {
        try (Connection connection = connections.reading().getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, String> texts = new HashMap<>();
            if (has(statement, "SELECT EXISTS(SELECT 1 FROM sqlite_schema WHERE name = 'label')")) {
                try (ResultSet rows = statement.executeQuery("SELECT name, value FROM label")) {
                    while (rows.next()) {
                        texts.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
            return new Labels(texts, sealsValues(statement));
        }
    }

    /** By the column's name, which is the same in every schema of the project. */
    private static boolean sealsValues(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        """
                        SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND c.name = 'sealed'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1).replace("\"", "\"\""));
            }
        }
        for (String table : tables) {
            if (has(statement, "SELECT EXISTS(SELECT 1 FROM \"" + table + "\")")) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Sets those texts; others stay. */
    public static void write(Database database, Map<String, String> texts) {
        database.write(transaction -> {
            var handle = transaction.handle();
            handle.execute(
                    "CREATE TABLE IF NOT EXISTS label"
                            + " (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)");
            texts.forEach((name, value) ->
                    handle.execute(
                            "INSERT INTO label (name, value) VALUES (?, ?)"
                                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                            name,
                            value));
            return texts.size();
        });
    }
}
