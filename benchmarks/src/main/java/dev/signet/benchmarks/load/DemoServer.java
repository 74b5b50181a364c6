package dev.signet.benchmarks.load;

import dev.signet.benchmarks.process.Child;
import dev.signet.benchmarks.process.Core;
import dev.signet.benchmarks.process.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A running demo on the core that is measured, with one service registered.
 *
 * @param secret of that service; printed nowhere
 */
public record DemoServer(Child process, String url, String secret) implements AutoCloseable {

    public static final String SERVICE = "bench";

    /** Registers the service and starts the demo, both with a new data folder. */
    public static DemoServer start(Place place) {
        String data = place.folder().resolve("demo").toString();
        String secret = register(place, data);
        int port = Place.freePort();
        var command =
                place.script(
                        "signet",
                        "demo",
                        "--port",
                        Integer.toString(port),
                        "--chat-port",
                        Integer.toString(Place.freePort()),
                        "--data",
                        data);
        Child process =
                place.children().start("demo", new ProcessBuilder(Core.MEASURED.pinned(command)));
        process.awaitLine("Signet is ready");
        return new DemoServer(process, "http://localhost:" + port, secret);
    }

    private static String register(Place place, String data) {
        var command =
                new ProcessBuilder(
                        place.script(
                                "signet",
                                "clients",
                                "--data",
                                data,
                                "add",
                                SERVICE,
                                "--kind",
                                "service",
                                "--rights",
                                "introspect"));
        command.environment().put("SIGNET_ENVIRONMENT", "development");
        return place.children().start("register", command).outputToEnd().getFirst();
    }

    /** The service's {@code Authorization} header (RFC 6749 §2.3.1). */
    String authorization() {
        byte[] pair = (SERVICE + ":" + secret).getBytes(StandardCharsets.US_ASCII);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public String toString() {
        return "DemoServer[" + url + "]";
    }
}
