package dev.signet.http.server;

import dev.signet.http.message.ProblemPage;
import dev.signet.http.route.Route;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * One listener with its routes, on one event loop per core: a connection stays with its loop. What
 * a route declares as in-memory runs on the loop, all else as plain blocking code on a virtual
 * thread.
 */
public final class HttpService {

    private static final int FRAME_BYTES_MAX = 64 * 1024;

    /** Vert.x's way to say that all instances share one free port. */
    private static final int ANY_PORT_FOR_ALL = -1;

    private final Vertx vertx;
    private final Settings settings;
    private final Connections connections;
    private final Exchanges exchanges;
    private final RouteTable routes;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final Runnable stopWatching;

    /**
     * Where and how to listen.
     *
     * @param port 0 for any free one
     * @param trustsProxy peers whose forwarding headers are believed, by their address
     * @param subProtocols WebSocket subprotocols that this listener may select
     * @param problemPage shows problems to people; without one everybody gets JSON
     */
    public record Settings(
            String host,
            int port,
            Predicate<InetAddress> trustsProxy,
            List<String> subProtocols,
            HttpLimits limits,
            Optional<ProblemPage> problemPage) {

        public Settings {
            subProtocols = List.copyOf(subProtocols);
        }

        public Settings(
                String host,
                int port,
                Predicate<InetAddress> trustsProxy,
                List<String> subProtocols,
                HttpLimits limits) {
            this(host, port, trustsProxy, subProtocols, limits, Optional.empty());
        }

        /** The same with a page on which people read what went wrong. */
        public Settings with(ProblemPage page) {
            return new Settings(host, port, trustsProxy, subProtocols, limits, Optional.of(page));
        }
    }

    private HttpService(Vertx vertx, Settings settings, List<Route> routes) {
        SecureRandom random = new SecureRandom();
        this.vertx = vertx;
        this.settings = settings;
        this.connections = new Connections(settings.limits());
        this.exchanges =
                new Exchanges(
                        vertx,
                        settings.limits(),
                        connections,
                        new AnswerWriter(random, settings.problemPage()),
                        new ClientAddress(settings.trustsProxy()),
                        new CorrelationIds());
        this.routes = new RouteTable(vertx, exchanges, routes);
        this.stopWatching = connections.watch(vertx);
    }

    /** Starts to listen; the future fails with a {@link BindException} when the port is taken. */
    public static Future<HttpService> start(Vertx vertx, Settings settings, List<Route> routes) {
        HttpService service = new HttpService(vertx, settings, List.copyOf(routes));
        return vertx.deployVerticle(service::instance, instances())
                .<HttpService>map(service)
                .recover(fault -> Future.failedFuture(named(fault, settings)))
                .onFailure(_ -> service.release());
    }

    /** Which of a process's listeners found its port taken. */
    private static Throwable named(Throwable fault, Settings settings) {
        return fault instanceof BindException
                ? new BindException(
                        settings.host() + ":" + settings.port() + ": " + fault.getMessage())
                : fault;
    }

    private static DeploymentOptions instances() {
        return new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
    }

    private Deployable instance() {
        return new Deployable() {
            @Override
            public Future<?> deploy(Context loop) {
                return listen();
            }
        };
    }

    private Future<HttpServer> listen() {
        HttpServer server =
                vertx.createHttpServer(options(settings))
                        .connectionHandler(connections::opened)
                        .invalidRequestHandler(exchanges::refuseUnreadable)
                        .requestHandler(routes::handle);
        int port = settings.port() == 0 ? ANY_PORT_FOR_ALL : settings.port();
        return server.listen(port, settings.host()).onSuccess(servers::add);
    }

    private static HttpServerOptions options(Settings settings) {
        HttpLimits limits = settings.limits();
        return new HttpServerOptions()
                .setMaxHeaderSize(limits.headerBytesMax())
                .setMaxInitialLineLength(limits.headerBytesMax())
                .setIdleTimeout((int) limits.idle().toSeconds())
                .setWriteIdleTimeout((int) limits.idle().toSeconds())
                .setDecompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setMaxWebSocketFrameSize(FRAME_BYTES_MAX)
                .setMaxWebSocketMessageSize(FRAME_BYTES_MAX)
                .setWebSocketSubProtocols(settings.subProtocols());
    }

    /** The port that is listened on. */
    public int port() {
        return servers.getFirst().actualPort();
    }

    /**
     * Takes no new connections, ends streams, lets running requests end, then closes the rest.
     * WebSockets are their owner's to end before.
     */
    public Future<Void> close(Duration drain) {
        connections.closeStreams();
        List<Future<Void>> closing =
                servers.stream().map(server -> server.shutdown(drain)).toList();
        return Future.join(closing).<Void>mapEmpty().onComplete(_ -> release());
    }

    private void release() {
        stopWatching.run();
        exchanges.close();
    }
}
