package dev.signet.benchmarks.load;

import dev.signet.benchmarks.process.Child;
import dev.signet.benchmarks.process.Core;
import dev.signet.benchmarks.process.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A running {@link BareServer} with the options of the authority's JVM, on the authority's core.
 */
public record Peer(Child process, String url) implements AutoCloseable {

    /** Starts it; it listens when this returns. */
    public static Peer start(Place place, List<String> jvmOptions) {
        int port = Place.freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port)));
        Child process =
                place.children().start("peer", new ProcessBuilder(Core.MEASURED.pinned(command)));
        process.awaitLine(BareServer.READY);
        return new Peer(process, "http://localhost:" + port);
    }

    @Override
    public void close() {
        process.close();
    }
}
