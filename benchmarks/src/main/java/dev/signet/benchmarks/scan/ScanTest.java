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

    private static final double SECONDS_MAX = 10;
    private static final double SECONDS_AGAIN_MAX = 2;
    private static final double MEBIBYTES_MAX = 400;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

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
        String job = "signet scan, 10,000 files, 200 MB";
        return List.of(
                Row.of(job, seconds, Unit.SECONDS, new Against.AtMost(SECONDS_MAX)),
                Row.of(
                        job,
                        seconds,
                        Unit.SECONDS,
                        new Against.Peer("its byte scan alone", median(bytes))),
                Row.of(
                        job,
                        seconds,
                        Unit.SECONDS,
                        new Against.Peer("ripgrep for the literals", median(peers))),
                Row.of(
                        job + ", largest memory",
                        most,
                        Unit.MEBIBYTES,
                        new Against.AtMost(MEBIBYTES_MAX)),
                Row.of(
                        job + ", again with --cache",
                        median(again),
                        Unit.SECONDS,
                        new Against.AtMost(SECONDS_AGAIN_MAX)));
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
