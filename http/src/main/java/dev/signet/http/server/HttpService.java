package dev.signet.http.server;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import dev.signet.http.route.Route;
import dev.signet.token.jose.Base64Url;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener with its routes. What a route declares as in-memory runs on the event loop, all else
 * as plain blocking code on a virtual thread.
 */
public final class HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
    private static final String CORRELATION_ID = "signet.correlation-id";
    private static final int FRAME_BYTES_MAX = 64 * 1024;

    private final Vertx vertx;
    private final Settings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore blocking;
    private final AtomicInteger connections = new AtomicInteger();
    private final SecureRandom random = new SecureRandom();
    private final AnswerWriter writer = new AnswerWriter(random);
    private final ClientAddress addresses;
    private final HttpServer server;

    /**
     * Where and how to listen.
     *
     * @param port 0 for any free one
     * @param trustsProxy peers whose forwarding headers are believed, by their address
     * @param subProtocols WebSocket subprotocols that this listener may select
     */
    public record Settings(
            String host,
            int port,
            Predicate<InetAddress> trustsProxy,
            List<String> subProtocols,
            HttpLimits limits) {

        public Settings {
            subProtocols = List.copyOf(subProtocols);
        }
    }

    private HttpService(Vertx vertx, Settings settings, List<Route> routes) {
        this.vertx = vertx;
        this.settings = settings;
        this.blocking = new Semaphore(settings.limits().blockingMax());
        this.addresses = new ClientAddress(settings.trustsProxy());
        this.server =
                vertx.createHttpServer(options(settings))
                        .connectionHandler(connection -> {
                            int open = connections.incrementAndGet();
                            connection.closeHandler(_ -> connections.decrementAndGet());
                            if (open > settings.limits().connectionsMax()) {
                                connection.close();
                            }
                        })
                        .requestHandler(router(routes));
    }

    /** Starts to listen; the future fails when the port is taken. */
    public static Future<HttpService> start(Vertx vertx, Settings settings, List<Route> routes) {
        HttpService service = new HttpService(vertx, settings, List.copyOf(routes));
        return service.server.listen(settings.port(), settings.host()).map(service);
    }

    private static HttpServerOptions options(Settings settings) {
        HttpLimits limits = settings.limits();
        return new HttpServerOptions()
                .setMaxHeaderSize(limits.headerBytesMax())
                .setMaxInitialLineLength(limits.headerBytesMax())
                .setIdleTimeout((int) limits.idle().toSeconds())
                .setDecompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setMaxWebSocketFrameSize(FRAME_BYTES_MAX)
                .setMaxWebSocketMessageSize(FRAME_BYTES_MAX)
                .setWebSocketSubProtocols(settings.subProtocols());
    }

    /** The port that is listened on. */
    public int port() {
        return server.actualPort();
    }

    /** Takes no new connections, lets running requests end, then closes the rest. */
    public Future<Void> close(Duration drain) {
        return server.shutdown(drain).onComplete(_ -> threads.shutdown());
    }

    private Router router(List<Route> routes) {
        Router router = Router.router(vertx);
        for (Route route : routes) {
            router.route(HttpMethod.valueOf(route.method()), route.path())
                    .handler(context -> take(context, route));
        }
        router.errorHandler(404, context -> refuse(context, notFound()));
        router.errorHandler(405, context -> refuse(context, methodNotAllowed()));
        router.errorHandler(400, context -> refuse(context, Problem.badRequest("Not HTTP.")));
        router.errorHandler(500, this::fail);
        return router;
    }

    private void take(RoutingContext context, Route route) {
        switch (route) {
            case Route.Upgrade upgrade ->
                    upgrade.socket().take(context.request(), request(context, new byte[0]));
            case Route.Exchange exchange ->
                    BodyReader.read(
                            vertx,
                            context.request(),
                            settings.limits(),
                            body -> run(context, exchange, request(context, body)),
                            problem -> refuseUnread(context, problem));
        }
    }

    private void run(RoutingContext context, Route.Exchange route, Request request) {
        if (neverWaits(route, request)) {
            writer.write(context.response(), answer(route, request), request.correlationId());
            return;
        }
        if (!blocking.tryAcquire()) {
            refuse(context, Problem.unavailable("Too many requests are waiting.", 1));
            return;
        }
        Context loop = vertx.getOrCreateContext();
        threads.execute(() -> {
            try {
                Answer answer = answer(route, request);
                loop.runOnContext(
                        _ -> writer.write(context.response(), answer, request.correlationId()));
            } finally {
                blocking.release();
            }
        });
    }

    /** A request that cannot be read waits for nothing either. */
    private static boolean neverWaits(Route.Exchange route, Request request) {
        try {
            return route.inMemory().test(request);
        } catch (RefusedException unreadable) {
            return true;
        }
    }

    private static Answer answer(Route.Exchange route, Request request) {
        try {
            return route.endpoint().answer(request);
        } catch (RefusedException refused) {
            return Answer.refusal(refused.problem());
        } catch (RuntimeException fault) {
            return unexpected(request, fault);
        }
    }

    /** The text of an exception stays here; the caller learns that the fault is ours. */
    private static Answer unexpected(Request request, Throwable fault) {
        LOG.error(
                "request_failed request=\"{}\" correlation_id={}",
                request,
                request.correlationId(),
                fault);
        return Answer.refusal(Problem.unavailable("Something failed on our side.", 5));
    }

    private Request request(RoutingContext context, byte[] body) {
        HttpServerRequest raw = context.request();
        String query = raw.query();
        return new Request(
                raw.method().name(),
                context.normalizedPath(),
                context.pathParams(),
                query == null ? "" : query,
                raw.headers()::getAll,
                addresses.of(raw),
                correlationId(context),
                body);
    }

    private String correlationId(RoutingContext context) {
        String chosen = context.get(CORRELATION_ID);
        if (chosen == null) {
            chosen = chooseCorrelationId(context.request());
            context.put(CORRELATION_ID, chosen);
        }
        return chosen;
    }

    private String chooseCorrelationId(HttpServerRequest raw) {
        String given = raw.getHeader("X-Correlation-Id");
        if (given != null && isPlain(given)) {
            return given;
        }
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    private static boolean isPlain(String given) {
        return given.length() <= 64 && given.matches("[A-Za-z0-9._-]+");
    }

    /** What is left of the body is not worth reading, so the connection ends with the answer. */
    private void refuseUnread(RoutingContext context, Problem problem) {
        context.response().putHeader("Connection", "close");
        context.response().bodyEndHandler(_ -> context.request().connection().close());
        refuse(context, problem);
    }

    private void refuse(RoutingContext context, Problem problem) {
        writer.write(context.response(), Answer.refusal(problem), correlationId(context));
    }

    private void fail(RoutingContext context) {
        writer.write(
                context.response(),
                unexpected(request(context, new byte[0]), context.failure()),
                correlationId(context));
    }

    private static Problem notFound() {
        return Problem.of(404, "not_found", "There is nothing at this path.");
    }

    private static Problem methodNotAllowed() {
        return Problem.of(405, "method_not_allowed", "This path does not take this method.");
    }
}
