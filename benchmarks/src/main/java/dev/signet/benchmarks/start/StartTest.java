package dev.signet.benchmarks.start;

import dev.signet.benchmarks.load.Peer;
import dev.signet.benchmarks.process.Child;
import dev.signet.benchmarks.process.Place;
import dev.signet.benchmarks.report.Against;
import dev.signet.benchmarks.report.Row;
import dev.signet.benchmarks.report.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts demos the way that people do, each for the first time in an empty data folder, and leaves
 * them alone for a while; in turn with a JVM that does nothing and with a server that does nothing.
 */
public final class StartTest {

    private static final double START_TIMES_MAX = 20;
    private static final double MEMORY_TIMES_MAX = 2.5;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private final Place place;
    private final List<String> jvmOptions;
    private final Effort effort;

    /**
     * How long to measure.
     *
     * @param starts odd, so that there is a median
     * @param idle from the ready line to the look at the memory
     */
    public record Effort(int starts, Duration idle) {}

    /** Of one process: from its start to its ready line, and its memory when it idles. */
    private record Figures(double seconds, double mebibytes) {}

    private StartTest(Place place, List<String> jvmOptions, Effort effort) {
        this.place = place;
        this.jvmOptions = jvmOptions;
        this.effort = effort;
    }

    /**
     * Measures both medians.
     *
     * @param jvmOptions of the demo, for the peers to have the same
     */
    public static List<Row> run(Place place, List<String> jvmOptions, Effort effort)
            throws InterruptedException {
        return new StartTest(place, jvmOptions, effort).rows();
    }

    private List<Row> rows() throws InterruptedException {
        List<Figures> demos = new ArrayList<>();
        List<Double> bareSeconds = new ArrayList<>();
        List<Double> bareMebibytes = new ArrayList<>();
        for (int start = 1; start <= effort.starts(); start++) {
            bareSeconds.add(bareStart());
            demos.add(demo(start));
            bareMebibytes.add(bareMemory());
        }
        String medians = ", median of " + effort.starts();
        return List.of(
                Row.of(
                        "bin/demo, first start to ready" + medians,
                        median(demos.stream().map(Figures::seconds).toList()),
                        Unit.SECONDS,
                        new Against.AtMost(
                                START_TIMES_MAX, "the bare JVM's start", median(bareSeconds))),
                Row.of(
                        "resident memory of an idle demo" + medians,
                        median(demos.stream().map(Figures::mebibytes).toList()),
                        Unit.MEBIBYTES,
                        new Against.AtMost(
                                MEMORY_TIMES_MAX, "idle bare Vert.x", median(bareMebibytes))));
    }

    private Figures demo(int start) throws InterruptedException {
        List<String> command =
                place.script(
                        "demo",
                        "--port",
                        Integer.toString(Place.freePort()),
                        "--chat-port",
                        Integer.toString(Place.freePort()),
                        "--data",
                        place.folder().resolve("start-" + start).toString());
        long begun = System.nanoTime();
        try (Child demo = place.children().start("start-demo", new ProcessBuilder(command))) {
            demo.awaitLine("Signet is ready");
            double seconds = secondsSince(begun);
            return new Figures(seconds, idleMebibytes(demo));
        }
    }

    private double bareStart() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), BareProgram.class.getName()));
        long begun = System.nanoTime();
        try (Child program = place.children().start("bare", new ProcessBuilder(command))) {
            program.awaitLine(BareProgram.READY);
            return secondsSince(begun);
        }
    }

    private double bareMemory() throws InterruptedException {
        try (Peer peer = Peer.start(place, jvmOptions)) {
            return idleMebibytes(peer.process());
        }
    }

    private double idleMebibytes(Child process) throws InterruptedException {
        Thread.sleep(effort.idle());
        return process.residentBytes() / BYTES_PER_MEBIBYTE;
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
