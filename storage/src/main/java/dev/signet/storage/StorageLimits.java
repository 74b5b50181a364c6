package dev.signet.storage;

import java.time.Duration;

/**
 * Every bound of the storage.
 *
 * @param queuedMax writes that may wait for the writer; one more is refused at once
 * @param groupMax writes that one commit carries at most
 * @param readersMax connections that read at the same time
 * @param queueWait how long a write waits for its turn; after that it is refused and never runs
 * @param outcomeWait how long a caller waits for a write that has begun; after that its outcome is
 *     unknown to the caller
 * @param readerWait how long a reader waits for a free connection
 * @param busyWait how long SQLite waits for a lock that another process holds
 * @param closeWait how long closing waits for the queued writes
 */
public record StorageLimits(
        int queuedMax,
        int groupMax,
        int readersMax,
        Duration queueWait,
        Duration outcomeWait,
        Duration readerWait,
        Duration busyWait,
        Duration closeWait) {

    static final int COUNT_MAX = 100_000;
    static final Duration WAIT_MAX = Duration.ofMinutes(5);

    public StorageLimits {
        checkCount("queuedMax", queuedMax);
        checkCount("groupMax", groupMax);
        checkCount("readersMax", readersMax);
        checkWait("queueWait", queueWait);
        checkWait("outcomeWait", outcomeWait);
        checkWait("readerWait", readerWait);
        checkWait("busyWait", busyWait);
        checkWait("closeWait", closeWait);
    }

    /** What a node uses when nobody has measured anything better. */
    public static StorageLimits standard() {
        return new StorageLimits(
                1024,
                256,
                4,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10));
    }

    /** The same with another queue. */
    public StorageLimits withQueue(int max, Duration wait) {
        return new StorageLimits(
                max, groupMax, readersMax, wait, outcomeWait, readerWait, busyWait, closeWait);
    }

    /** The same with another number of readers, who wait that long for a connection. */
    public StorageLimits withReaders(int max, Duration wait) {
        return new StorageLimits(
                queuedMax, groupMax, max, queueWait, outcomeWait, wait, busyWait, closeWait);
    }

    private static void checkCount(String name, int count) {
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException(name + ": 1 to " + COUNT_MAX + ", not " + count);
        }
    }

    private static void checkWait(String name, Duration wait) {
        if (!wait.isPositive() || wait.compareTo(WAIT_MAX) > 0) {
            throw new IllegalArgumentException(name + ": up to " + WAIT_MAX + ", not " + wait);
        }
    }
}
