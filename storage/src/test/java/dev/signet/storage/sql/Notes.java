package dev.signet.storage.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The sample schema's table, as a store would use it. */
final class Notes {

    static final String MIGRATIONS = "db/migration/sample";

    private Notes() {}

    static Work<Integer> add(long id) {
        return transaction -> add(transaction.handle(), id);
    }

    static int add(Handle handle, long id) {
        return handle.execute("INSERT INTO note (id, text) VALUES (?, ?)", id, "note " + id);
    }

    static List<Long> ids(Database database) {
        return database.read(Notes::ids);
    }

    static List<Long> ids(Handle handle) {
        return handle.createQuery("SELECT id FROM note ORDER BY id").mapTo(Long.class).list();
    }
}
