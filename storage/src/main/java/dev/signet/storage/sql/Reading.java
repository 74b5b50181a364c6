package dev.signet.storage.sql;

import org.jdbi.v3.core.Handle;

/** Queries that belong together and see the same state. */
@FunctionalInterface
public interface Reading<T> {
    /**
     * @param handle read-only, good until this method ends; nothing lazy may leave it
     */
    T from(Handle handle);
}
