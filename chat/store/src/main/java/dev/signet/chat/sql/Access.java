package dev.signet.chat.sql;

import dev.signet.chat.ChatUnavailableException;
import dev.signet.storage.StoreUnavailableException;
import dev.signet.storage.sql.Database;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Reads and writes, whose failures have the name that the chat's core knows. */
record Access(Database database) {

    <T> T write(Function<Handle, T> work) {
        return named(() -> database.write(transaction -> work.apply(transaction.handle())));
    }

    <T> T read(Function<Handle, T> work) {
        return named(() -> database.read(work::apply));
    }

    private static <T> T named(Supplier<T> access) {
        try {
            return access.get();
        } catch (StoreUnavailableException e) {
            throw new ChatUnavailableException("the chat's store is not available", e);
        }
    }
}
