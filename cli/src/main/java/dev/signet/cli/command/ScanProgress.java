package dev.signet.cli.command;

import dev.signet.scanner.run.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;

/** Says on a terminal how far a long scan is. */
final class ScanProgress implements Progress {

    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long STEP_NANOS = Duration.ofMillis(200).toNanos();

    private final PrintWriter err;
    private long due = System.nanoTime() + QUIET_NANOS;
    private boolean shown;

    private ScanProgress(PrintWriter err) {
        this.err = err;
    }

    static Progress on(PrintWriter err) {
        Console console = System.console();
        return console != null && console.isTerminal() ? new ScanProgress(err) : Progress.SILENT;
    }

    @Override
    public void met(int files) {
        long now = System.nanoTime();
        if (now - due >= 0) {
            due = now + STEP_NANOS;
            shown = true;
            err.printf("\rsignet: %,d files", files);
            err.flush();
        }
    }

    @Override
    public void done() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
