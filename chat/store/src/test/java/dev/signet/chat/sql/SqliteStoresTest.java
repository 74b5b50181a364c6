package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.chat.ChatUnavailableException;
import dev.signet.chat.login.WebSessions;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.chat.workspace.ChatStores;
import dev.signet.storage.sql.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest implements StoresContract, WebSessionsContract {
    @TempDir Path folder;
    private SqliteDatabase database;
    private ChatStores stores;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("chat.db"), SqlChatStores.MIGRATIONS);
        stores = SqlChatStores.on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public ThreadStore threads() {
        return stores.threads();
    }

    @Override
    public RunStore runs() {
        return stores.runs();
    }

    @Override
    public WebSessions webSessions() {
        return stores.webSessions();
    }

    @Test
    void a_broken_store_has_the_name_that_the_core_knows() {
        database.close();

        assertThatThrownBy(() -> threads().threads(ADA))
                .isInstanceOf(ChatUnavailableException.class);
        assertThatThrownBy(() -> webSessions().deleteBySession("ses_1"))
                .isInstanceOf(ChatUnavailableException.class);
    }

    @Test
    void what_was_stored_is_there_after_a_restart() {
        a_beginning_is_stored_as_a_whole();
        database.close();
        open();

        assertThat(threads().threads(ADA)).hasSize(1);
        assertThat(runs().unfinished(10)).hasSize(1);
    }
}
