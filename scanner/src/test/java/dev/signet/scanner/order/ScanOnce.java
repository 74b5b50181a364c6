package dev.signet.scanner.order;

import dev.signet.scanner.gate.Answer;
import dev.signet.scanner.gate.Gate;
import dev.signet.scanner.gate.Question;
import dev.signet.scanner.gate.Ratchet;
import dev.signet.scanner.report.ReportFormat;
import dev.signet.scanner.run.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A process of its own, which scans a folder and prints the report for programs. */
final class ScanOnce {

    private ScanOnce() {}

    /**
     * @param arguments the folder, and a folder for the cache if one is to be used
     */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        Optional<Path> cache =
                arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
        Question question =
                new Question(root, List.of(root), Optional.empty(), true, cache, Optional.empty());
        Answer answer = new Gate(Clock.systemUTC(), Progress.SILENT).ask(question, Ratchet.NONE);
        byte[] report =
                ReportFormat.JSON.write(answer.result(), root).getBytes(StandardCharsets.UTF_8);
        System.out.writeBytes(report);
        System.out.flush();
    }
}
