package dev.signet.chat.sql;

import dev.signet.chat.login.WebSessions;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.storage.sql.Database;

/**
 * All stores of the chat backend on one database, whose schema is {@link #MIGRATIONS}.
 *
 * @param threads threads and messages
 * @param runs runs and events
 * @param webSessions browser logins
 */
public record SqlChatStores(ThreadStore threads, RunStore runs, WebSessions webSessions) {

    /** Where the schema stands on the class path. */
    public static final String MIGRATIONS = "db/migration/chat";

    /**
     * @param database is not closed by the stores
     */
    public static SqlChatStores on(Database database) {
        Access access = new Access(database);
        return new SqlChatStores(
                new SqlThreadStore(access), new SqlRunStore(access), new SqlWebSessions(access));
    }
}
