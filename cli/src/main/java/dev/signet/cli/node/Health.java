package dev.signet.cli.node;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Named probes, each of which is run when somebody asks; nothing here is a constant. */
final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final InstantSource clock;
    private final List<Probe> probes;

    /**
     * One thing that must work.
     *
     * @param run says in a few words what was seen; throws when it does not work
     */
    record Probe(String name, Callable<String> run) {}

    /** What one probe found, and how long that took. */
    record Finding(String name, boolean up, String seen, Duration took) {
        private JsonObject json() {
            return new JsonObject()
                    .put("name", name)
                    .put("status", up ? "up" : "down")
                    .put("seen", seen)
                    .put("duration_ms", took.toMillis());
        }
    }

    Health(InstantSource clock, List<Probe> probes) {
        this.clock = clock;
        this.probes = List.copyOf(probes);
    }

    /** Runs every probe. */
    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        probes.forEach(probe -> findings.add(run(probe)));
        return findings;
    }

    private Finding run(Probe probe) {
        var start = clock.instant();
        Optional<String> seen = seen(probe);
        Duration took = Duration.between(start, clock.instant());
        return new Finding(probe.name(), seen.isPresent(), seen.orElse("see the log"), took);
    }

    private static Optional<String> seen(Probe probe) {
        try {
            return Optional.of(probe.run().call());
        } catch (Exception e) {
            LOG.warn("event=probe_failed probe={}", probe.name(), e);
            return Optional.empty();
        }
    }

    static boolean isUp(List<Finding> findings) {
        return findings.stream().allMatch(Finding::up);
    }

    static JsonObject json(List<Finding> findings) {
        JsonArray probes = new JsonArray();
        findings.forEach(finding -> probes.add(finding.json()));
        return new JsonObject().put("status", isUp(findings) ? "up" : "down").put("probes", probes);
    }
}
