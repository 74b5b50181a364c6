package dev.signet.http.server;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.route.Route;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the route of a request. A path is taken as it is spelled: one that only becomes a route's
 * by normalising it, or by dropping a slash at its end, is nobody's.
 */
final class RouteTable {

    private final Exchanges exchanges;
    private final Router router;

    RouteTable(Vertx vertx, Exchanges exchanges, List<Route> routes) {
        this.exchanges = exchanges;
        this.router = Router.router(vertx);
        routes.forEach(this::add);
        methodsByPath(routes).forEach(this::addOtherMethods);
        router.errorHandler(404, context -> refuse(context, notFound()));
        router.errorHandler(400, context -> refuse(context, Problem.badRequest("Not HTTP.")));
        router.errorHandler(500, this::fail);
    }

    void handle(HttpServerRequest request) {
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) { // RFC 9112 §3.2
            exchanges.refuseUnreadable(request);
            return;
        }
        router.handle(request);
    }

    /** What reads as a GET may be asked for by HEAD too (RFC 9110 §9.3.2). */
    private void add(Route route) {
        add(route, route.method());
        if (isRead(route)) {
            add(route, HttpMethod.HEAD.name());
        }
    }

    private static boolean isRead(Route route) {
        return route instanceof Route.Exchange && route.method().equals(HttpMethod.GET.name());
    }

    private void add(Route route, String method) {
        router.route(HttpMethod.valueOf(method), route.path())
                .handler(context -> {
                    if (!isSpelledOut(context, route)) {
                        refuse(context, notFound());
                        return;
                    }
                    exchanges.take(context, route);
                });
    }

    private static boolean isSpelledOut(RoutingContext context, Route route) {
        String path = context.request().path();
        return path != null
                && path.equals(context.normalizedPath())
                && path.endsWith("/") == route.path().endsWith("/");
    }

    private static Map<String, String> methodsByPath(List<Route> routes) {
        Map<String, TreeSet<String>> methods = new LinkedHashMap<>();
        for (Route route : routes) {
            var known = methods.computeIfAbsent(route.path(), _ -> new TreeSet<>());
            known.add(route.method());
            known.add(HttpMethod.OPTIONS.name());
            if (isRead(route)) {
                known.add(HttpMethod.HEAD.name());
            }
        }
        Map<String, String> joined = new LinkedHashMap<>();
        methods.forEach((path, all) -> joined.put(path, String.join(", ", all)));
        return joined;
    }

    private void addOtherMethods(String path, String allowed) {
        router.route(HttpMethod.OPTIONS, path)
                .handler(context ->
                        exchanges.answer(context, Answer.noContent().with("Allow", allowed)));
        router.route(path)
                .handler(context ->
                        refuse(context, methodNotAllowed().withHeader("Allow", allowed)));
    }

    private void refuse(RoutingContext context, Problem problem) {
        exchanges.answer(context, Answer.refusal(problem));
    }

    private void fail(RoutingContext context) {
        Throwable fault = context.failure();
        exchanges.fail(
                context,
                fault == null ? new IllegalStateException("failed without a cause") : fault);
    }

    private static Problem notFound() {
        return Problem.of(404, "not_found", "There is nothing at this path.");
    }

    private static Problem methodNotAllowed() {
        return Problem.of(405, "method_not_allowed", "This path does not take this method.");
    }
}
