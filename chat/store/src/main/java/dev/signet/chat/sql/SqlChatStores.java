package dev.signet.chat.sql;

import dev.signet.chat.workspace.ChatStores;
import dev.signet.storage.sql.Database;

/** The stores of the chat backend on one database, whose schema is {@link #MIGRATIONS}. */
public final class SqlChatStores {

    /** Where the schema stands on the class path. */
    public static final String MIGRATIONS = "db/migration/chat";

    private SqlChatStores() {}

    /**
     * @param database is not closed by the stores
     */
    public static ChatStores on(Database database) {
        Access access = new Access(database);
        return new ChatStores(
                new SqlThreadStore(access), new SqlRunStore(access), new SqlWebSessions(access));
    }
}
