package dev.signet.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One process that was started here; closing ends it and what it started, by their own ids. */
public final class Child implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final long BYTES_PER_KIB = 1024;
    private static final int LAST_LINES = 5;
    private static final int LOOK_MILLIS = 20;

    private final String name;
    private final Process process;
    private final Path log;
    private final Consumer<Child> onEnd;
    private final BufferedReader output;

    Child(String name, Process process, Path log, Consumer<Child> onEnd) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.onEnd = onEnd;
        this.output = process.inputReader();
    }

    /** Reads the output up to a line that starts so, and from then on drops it. */
    public void awaitLine(String start) {
        try {
            String line = output.readLine();
            while (line != null && !line.startsWith(start)) {
                line = output.readLine();
            }
            if (line == null) {
                throw failure("ended before it said \"" + start + "\"");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::dropOutput);
    }

    private void dropOutput() {
        try {
            while (output.readLine() != null) {
                continue;
            }
        } catch (IOException ended) {
            // there is nothing left to drop
        }
    }

    /** The whole output of a process that ends by itself, and well. */
    public List<String> outputToEnd() {
        List<String> lines = output.lines().toList();
        try {
            if (process.waitFor() != 0) {
                throw failure("ended with " + process.exitValue());
            }
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not waited for");
        } finally {
            close();
        }
    }

    /** With the last that it said on its error output. */
    private IllegalStateException failure(String what) {
        try {
            List<String> said = Files.readAllLines(log);
            List<String> last = said.subList(Math.max(0, said.size() - LAST_LINES), said.size());
            return new IllegalStateException(name + " " + what + ": " + String.join(" | ", last));
        } catch (IOException unreadable) {
            return new IllegalStateException(name + " " + what, unreadable);
        }
    }

    /** The processor time that it has used so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its resident memory now, in bytes. */
    public long residentBytes() {
        return memory("VmRSS:").orElseThrow();
    }

    /**
     * Waits for the end of a process whose status is 0 or 1.
     *
     * @return the most resident memory that it had, as often as it was looked at
     */
    public long peakResidentBytesToEnd() {
        Thread.ofVirtual().start(this::dropOutput);
        long peak = 0;
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, memory("VmHWM:").orElse(0L));
            }
            if (process.exitValue() > 1) {
                throw failure("ended with " + process.exitValue());
            }
            return peak;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not waited for");
        } finally {
            close();
        }
    }

    /** Empty when it has just ended. */
    private Optional<Long> memory(String field) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith(field))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KIB);
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** Asks it to end, and what it started too; insists after a while. Again: no effect. */
    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        family.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        onEnd.accept(this);
    }
}
