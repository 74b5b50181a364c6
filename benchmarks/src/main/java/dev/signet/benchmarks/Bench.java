package dev.signet.benchmarks;

import dev.signet.benchmarks.load.DemoServer;
import dev.signet.benchmarks.load.LoadTest;
import dev.signet.benchmarks.micro.MicroTest;
import dev.signet.benchmarks.process.Place;
import dev.signet.benchmarks.report.Machine;
import dev.signet.benchmarks.report.Report;
import dev.signet.benchmarks.report.Row;
import dev.signet.benchmarks.scan.ScanTest;
import dev.signet.benchmarks.start.StartTest;
import dev.signet.token.key.CryptoProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures speed and memory and prints one table. */
@Command(
        name = "bin/bench",
        description = "Measure speed and memory beside peers in the same run.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int CANNOT = 2;

    @Option(names = "--quick", description = "Three minutes instead of eight; less exact.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there as well.")
    private @Nullable Path json;

    @Option(
            names = "--part",
            description = "server or scanner alone; by default both (${COMPLETION-CANDIDATES}).",
            defaultValue = "ALL")
    private Part part = Part.ALL;

    /** What can be measured alone. */
    private enum Part {
        ALL,
        SERVER,
        SCANNER
    }

    /** How long each part takes. */
    private record Plan(
            LoadTest.Effort load, StartTest.Effort start, int scans, List<String> jmhOptions) {

        static final Plan FULL =
                new Plan(
                        new LoadTest.Effort(3, Duration.ofSeconds(20), Duration.ofSeconds(10)),
                        new StartTest.Effort(5, Duration.ofSeconds(15)),
                        5,
                        List.of("-wi", "5", "-w", "2", "-i", "5", "-r", "2"));
        static final Plan QUICK =
                new Plan(
                        new LoadTest.Effort(1, Duration.ofSeconds(12), Duration.ofSeconds(5)),
                        new StartTest.Effort(3, Duration.ofSeconds(8)),
                        3,
                        List.of("-wi", "2", "-w", "1", "-i", "3", "-r", "1"));
    }

    /** Exit status: 0 all ratios are kept, 1 one is not, 2 nothing could be measured. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, _, _) -> {
            System.err.println("bench: " + failure.getMessage());
            return CANNOT;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine =
                Machine.here(
                        property("signet.bench.commit"),
                        "bin/bench" + (quick ? " --quick" : "") + partText(),
                        CryptoProvider.best().description());
        Place place = Place.of(Path.of(property("signet.bench.root")));
        return report(new Report(machine, rows(place, quick ? Plan.QUICK : Plan.FULL)));
    }

    private List<Row> rows(Place place, Plan plan) throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        if (part != Part.SCANNER) {
            rows.addAll(serverRows(place, plan));
        }
        if (part != Part.SERVER) {
            announce("scanner");
            rows.addAll(ScanTest.run(place, plan.scans()));
        }
        return rows;
    }

    private static List<Row> serverRows(Place place, Plan plan) throws InterruptedException {
        List<String> jvmOptions = List.of(property("signet.bench.jvm").split(" "));
        List<Row> rows = new ArrayList<>();
        try (DemoServer demo = DemoServer.start(place)) {
            rows.addAll(LoadTest.run(place, demo, jvmOptions, plan.load(), Bench::announce));
            announce("tokens, by JMH");
            rows.addAll(MicroTest.run(place, demo, jvmOptions, plan.jmhOptions()));
        }
        announce("start and memory");
        rows.addAll(StartTest.run(place, jvmOptions, plan.start()));
        return rows;
    }

    private int report(Report report) throws Exception {
        System.out.write(report.text().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        if (json != null) {
            Files.writeString(json, report.json().encodePrettily() + "\n");
        }
        return report.passed() ? PASSED : FAILED;
    }

    private String partText() {
        return part == Part.ALL ? "" : " --part " + part.name().toLowerCase(Locale.ROOT);
    }

    private static void announce(String part) {
        System.err.println("bench: " + part);
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("start it by bin/bench"));
    }
}
