package dev.signet.storage.sql;

import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** How values stand in columns, the same for every store. */
final class Columns {

    private Columns() {}

    static Jdbi install(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerColumnMapper(
                Instant.class,
                (row, column, _) -> {
                    long millis = row.getLong(column);
                    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
                });
        jdbi.configure(
                StatementExceptions.class,
                exceptions -> exceptions.setMessageRendering(MessageRendering.NONE)); // no values
        return jdbi;
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setLong(position, value.toEpochMilli());
        }
    }
}
