package dev.signet.benchmarks.load;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What came of some seconds of load.
 *
 * @param bytes of all answers, with their headers
 * @param processorTime that the server used meanwhile
 */
record Load(long requests, Duration time, long bytes, Duration processorTime) {

    /**
     * Reads the last line of {@code requests.lua}; an answer that was not a good one ends the run.
     */
    static Load parse(List<String> output, Duration processorTime) {
        JsonObject said = new JsonObject(output.getLast());
        if (said.getLong("requests") == 0 || said.getLong("refused") + said.getLong("failed") > 0) {
            throw new IllegalStateException("not all requests were answered well: " + said);
        }
        return new Load(
                said.getLong("requests"),
                Duration.of(said.getLong("micros"), ChronoUnit.MICROS),
                said.getLong("bytes"),
                processorTime);
    }

    double perSecond() {
        return requests / seconds(time);
    }

    /** How much of its core the server had: near 1 unless others worked there too. */
    double coreShare() {
        return seconds(processorTime) / seconds(time);
    }

    int bytesPerAnswer() {
        return Math.toIntExact(Math.round((double) bytes / requests));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
