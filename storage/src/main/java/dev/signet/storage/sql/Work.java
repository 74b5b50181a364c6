package dev.signet.storage.sql;

/**
 * What one caller wants to have done as a whole or not at all. Keep it short and free of waiting:
 * all writers stand behind it. It may run once or never, not twice.
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * @param transaction good until this method ends
     * @return what the caller gets once the commit is on disk
     */
    T in(Transaction transaction);
}
