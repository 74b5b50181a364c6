package dev.signet.benchmarks.scan;

import dev.signet.benchmarks.process.Child;
import dev.signet.benchmarks.process.Place;
import dev.signet.benchmarks.report.Against;
import dev.signet.benchmarks.report.Row;
import dev.signet.benchmarks.report.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scans a generated tree on all cores, with and without a cache, beside what only reads it. */
public final class ScanTest {

    /** What parsing and judging one file in five may cost beside reading them all. */
    private static final double SCAN_TIMES_MAX = 20;

    private static final double AGAIN_TIMES_MAX = 2.5;
    private static final double MEMORY_TIMES_MAX = 2;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;
    private static final double TREE_MEBIBYTES =
            GeneratedTree.FILES * (double) GeneratedTree.FILE_BYTES / BYTES_PER_MEBIBYTE;

    private final Place place;
    private final Path tree;

    private ScanTest(Place place) {
        this.place = place;
        this.tree = place.folder().resolve("tree");
    }

    /** One run of a process. */
    private record Run(double seconds, double mebibytes) {}

    /**
     * Measures them all.
     *
     * @param rounds odd, so that there is a median
     */
    public static List<Row> run(Place place, int rounds) {
        ScanTest test = new ScanTest(place);
        GeneratedTree.write(test.tree);
        test.measured(test.byteScan()); // from now on the files are in the system's memory
        return test.rows(rounds);
    }

    private List<Row> rows(int rounds) {
        List<Run> scans = new ArrayList<>();
        List<Run> bytes = new ArrayList<>();
        List<Run> peers = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            scans.add(measured(scan("--cache", folder("cache-" + round))));
            bytes.add(measured(byteScan()));
            peers.add(measured(ripgrep()));
        }
        List<Run> again = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            again.add(measured(scan("--cache", folder("cache-" + round))));
        }
        double seconds = median(scans);
        double most = scans.stream().mapToDouble(Run::mebibytes).max().orElseThrow();
        double floor = median(bytes);
        String byteScan = "its byte scan alone";
        String job = "signet scan, 10,000 files, 200 MB";
        return List.of(
                seconds(job, seconds, new Against.AtMost(SCAN_TIMES_MAX, byteScan, floor)),
                seconds(
                        job,
                        seconds,
                        new Against.Beside("ripgrep for the literals", median(peers))),
                seconds(
                        job + ", again with --cache",
                        median(again),
                        new Against.AtMost(AGAIN_TIMES_MAX, byteScan, floor)),
                Row.of(
                        job + ", largest memory",
                        most,
                        Unit.MEBIBYTES,
                        new Against.AtMost(MEMORY_TIMES_MAX, "the tree's size", TREE_MEBIBYTES)));
    }

    private static Row seconds(String job, double seconds, Against against) {
        return Row.of(job, seconds, Unit.SECONDS, against);
    }

    private String folder(String name) {
        return place.folder().resolve(name).toString();
    }

    /** The tree has findings, so the status 1 is as it should be. */
    private List<String> scan(String... options) {
        List<String> command =
                new ArrayList<>(place.script("signet", "scan", "--json", "--output"));
        command.add(folder("report.json"));
        command.addAll(List.of(options));
        command.add(tree.toString());
        return command;
    }

    private List<String> byteScan() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ByteScan.class.getName(),
                tree.toString());
    }

    private List<String> ripgrep() {
        return List.of(
                "rg",
                "--no-ignore",
                "--hidden",
                "--count",
                "--ignore-case",
                "--threads",
                "2",
                "jwt|jws|jwk|jose|jsonwebtoken|identitymodel|lcobucci|authlib|token_secret|hs256",
                tree.toString());
    }

    private Run measured(List<String> command) {
        long begun = System.nanoTime();
        Child child = place.children().start("scan", new ProcessBuilder(command));
        long bytes = child.peakResidentBytesToEnd();
        return new Run((System.nanoTime() - begun) / 1e9, bytes / BYTES_PER_MEBIBYTE);
    }

    private static double median(List<Run> runs) {
        return runs.stream().mapToDouble(Run::seconds).sorted().toArray()[runs.size() / 2];
    }
}
