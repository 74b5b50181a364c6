package dev.signet.cli.node;

import dev.signet.config.Settings;
import dev.signet.http.message.Answer;
import dev.signet.http.route.Route;
import dev.signet.http.server.HttpLimits;
import dev.signet.http.server.HttpService;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Health and metrics for operators, on a listener of their own that must not be reachable from
 * outside; by default it is bound to the loopback address.
 */
final class Management implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final HttpService listener;

    private Management(
            Vertx vertx, Settings settings, Health health, Map<String, Supplier<Number>> gauges) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        gauges.forEach((name, value) -> Gauge.builder(name, value).register(registry));
        var http =
                new HttpService.Settings(
                        settings.authority().managementHost(),
                        settings.authority().managementPort(),
                        _ -> false,
                        List.of(),
                        HttpLimits.DEFAULT);
        this.listener = Futures.await(HttpService.start(vertx, http, routes(health)));
    }

    /** Listens, or does nothing when the settings name no management port. */
    static AutoCloseable start(
            Vertx vertx, Settings settings, Health health, Map<String, Supplier<Number>> gauges) {
        return settings.authority().managementPort() == 0
                ? () -> {}
                : new Management(vertx, settings, health, gauges);
    }

    private List<Route> routes(Health health) {
        return List.of(
                Route.inMemory(Route.open("GET", "/health/live", _ -> live())),
                Route.open("GET", "/health/ready", _ -> answer(health.run())),
                Route.open("GET", "/health", _ -> answer(health.run())),
                Route.open("GET", "/metrics", _ -> metrics()));
    }

    /** The process answers; what it needs is readiness's business. */
    private static Answer live() {
        return Answer.json(new JsonObject().put("status", "up"));
    }

    private static Answer answer(List<Health.Finding> findings) {
        return Answer.json(Health.isUp(findings) ? 200 : 503, Health.json(findings));
    }

    private Answer metrics() {
        return new Answer.Bytes(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                Buffer.buffer(registry.scrape()),
                List.of());
    }

    @Override
    public void close() {
        try {
            Futures.await(listener.close(DRAIN));
        } finally {
            collections.close();
            registry.close();
        }
    }
}
