package dev.signet.http.server;

import java.time.Duration;

/** Tighter bounds for single tests. */
final class LiveServiceLimits {

    static final int FEW = 3;

    private LiveServiceLimits() {}

    static HttpService.Settings quick(HttpService.Settings settings) {
        return with(settings, 100, Duration.ofSeconds(1));
    }

    static HttpService.Settings fewConnections(HttpService.Settings settings) {
        return with(settings, FEW, Duration.ofSeconds(20));
    }

    private static HttpService.Settings with(
            HttpService.Settings settings, int connections, Duration idle) {
        return new HttpService.Settings(
                settings.host(),
                settings.port(),
                settings.trustsProxy(),
                settings.subProtocols(),
                new HttpLimits(1_000, 4_096, connections, 16, Duration.ofMillis(500), idle));
    }
}
