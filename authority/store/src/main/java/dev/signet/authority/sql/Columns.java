package dev.signet.authority.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** How values that are not plain texts stand in columns. */
final class Columns {

    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** A set in the order of the alphabet, so that equal sets are equal texts. */
    static String words(Collection<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }

    static Set<String> words(ResultSet row, String column) throws SQLException {
        return Set.copyOf(wordList(row, column));
    }

    /** A list in its own order. */
    static String wordList(List<String> words) {
        return String.join(" ", words);
    }

    static List<String> wordList(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E code(ResultSet row, String column, Function<String, E> valueOf)
            throws SQLException {
        return valueOf.apply(row.getString(column).toUpperCase(Locale.ROOT));
    }
}
