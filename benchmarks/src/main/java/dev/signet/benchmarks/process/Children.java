package dev.signet.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts processes, and ends at last those that were not closed. Safe for many threads. */
public final class Children implements AutoCloseable {

    private final Path logs;
    private final Set<Child> running = ConcurrentHashMap.newKeySet();

    /**
     * @param logs a folder for what the children print on their error output
     */
    public Children(Path logs) {
        this.logs = logs;
    }

    /**
     * Starts a process.
     *
     * @param name of it and of its log
     */
    public Child start(String name, ProcessBuilder command) {
        Path log = logs.resolve(name + ".log");
        command.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Child child = new Child(name, command.start(), log, running::remove);
            running.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Ends all that still run. */
    @Override
    public void close() {
        running.forEach(Child::close);
    }
}
