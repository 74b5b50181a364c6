package dev.signet.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process in the middle of its writes and counts. */
class CrashTest {

    private static final int ROUNDS = 3;

    private @TempDir Path folder;

    @Test
    @Timeout(60)
    void a_process_that_is_killed_loses_no_acknowledged_row_and_keeps_no_half_work()
            throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Path file = folder.resolve("crash.db");
        var acknowledged = new ArrayList<Long>();

        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(killedAfter(500 + random.nextInt(3000), file));
            assertNothingLost(file, acknowledged);
        }
    }

    private static List<Long> killedAfter(int rows, Path file) throws Exception {
        Process child = started(file);
        var acknowledged = new ArrayList<Long>();
        try (BufferedReader lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(Long.valueOf(line));
                if (acknowledged.size() == rows) {
                    child.toHandle().destroyForcibly(); // SIGKILL; what it said stays in the pipe
                }
            }
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as("killed by signal 9").isEqualTo(128 + 9);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(rows);
        return acknowledged;
    }

    private static void assertNothingLost(Path file, List<Long> acknowledged) {
        try (var database = SqliteDatabase.open(file, Notes.MIGRATIONS)) {
            assertThat(Notes.ids(database)).containsAll(acknowledged);
            List<Long> halves =
                    database.read(handle ->
                            handle.createQuery(
                                            """
                                            SELECT id FROM note
                                            WHERE id NOT IN (SELECT note_id FROM remark)
                                            """)
                                    .mapTo(Long.class)
                                    .list());
            assertThat(halves).isEmpty();
            String integrity =
                    database.read(handle ->
                            handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
            assertThat(integrity).isEqualTo("ok");
        }
    }

    private static Process started(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        WritingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
