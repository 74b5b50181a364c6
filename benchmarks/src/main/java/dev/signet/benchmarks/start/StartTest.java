package dev.signet.benchmarks.start;

import dev.signet.benchmarks.process.Child;
import dev.signet.benchmarks.process.Place;
import dev.signet.benchmarks.report.Against;
import dev.signet.benchmarks.report.Row;
import dev.signet.benchmarks.report.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts demos the way that people do, each for the first time in an empty data folder, and leaves
 * them alone for a while.
 */
public final class StartTest {

    private static final double SECONDS_MAX = 3;
    private static final double MEBIBYTES_MAX = 200;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private StartTest() {}

    /**
     * How long to measure.
     *
     * @param starts odd, so that there is a median
     * @param idle from the ready line to the look at the memory
     */
    public record Effort(int starts, Duration idle) {}

    /** Measures both medians. */
    public static List<Row> run(Place place, Effort effort) throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> mebibytes = new ArrayList<>();
        for (int start = 1; start <= effort.starts(); start++) {
            long begun = System.nanoTime();
            try (Child demo = demo(place, start)) {
                seconds.add((System.nanoTime() - begun) / 1e9);
                Thread.sleep(effort.idle());
                mebibytes.add(demo.residentBytes() / BYTES_PER_MEBIBYTE);
            }
        }
        String medians = ", median of " + effort.starts();
        return List.of(
                Row.of(
                        "bin/demo, first start to ready" + medians,
                        median(seconds),
                        Unit.SECONDS,
                        new Against.AtMost(SECONDS_MAX)),
                Row.of(
                        "resident memory of an idle demo" + medians,
                        median(mebibytes),
                        Unit.MEBIBYTES,
                        new Against.AtMost(MEBIBYTES_MAX)));
    }

    private static Child demo(Place place, int start) {
        List<String> command =
                place.script(
                        "demo",
                        "--port",
                        Integer.toString(Place.freePort()),
                        "--chat-port",
                        Integer.toString(Place.freePort()),
                        "--data",
                        place.folder().resolve("start-" + start).toString());
        Child demo = place.children().start("start-demo", new ProcessBuilder(command));
        demo.awaitLine("Signet is ready");
        return demo;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
