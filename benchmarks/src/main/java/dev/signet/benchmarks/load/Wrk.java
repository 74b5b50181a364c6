package dev.signet.benchmarks.load;

import dev.signet.benchmarks.process.Child;
import dev.signet.benchmarks.process.Core;
import dev.signet.benchmarks.process.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The load generator, on a core of its own: one thread, {@value #CONNECTIONS} connections, each of
 * which asks again as soon as it is answered.
 *
 * @param authorization of the forms
 */
record Wrk(Place place, String authorization) {

    private static final int CONNECTIONS = 32;

    /** Asks that server for so long. */
    Load run(Child server, String uri, Optional<Path> forms, Duration time) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "wrk",
                                "-t1",
                                "-c" + CONNECTIONS,
                                "-d" + time.toSeconds() + "s",
                                "-s",
                                place.root()
                                        .resolve("benchmarks/src/main/wrk/requests.lua")
                                        .toString(),
                                uri));
        forms.ifPresent(file -> command.addAll(List.of("--", file.toString())));
        ProcessBuilder wrk = new ProcessBuilder(Core.LOAD.pinned(command));
        wrk.environment().put("BENCH_AUTHORIZATION", authorization);
        Duration before = server.processorTime();
        List<String> output = place.children().start("wrk", wrk).outputToEnd();
        return Load.parse(output, server.processorTime().minus(before));
    }
}
