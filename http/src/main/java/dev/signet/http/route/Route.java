package dev.signet.http.route;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Predicate;

/** One path and method, the caller it admits and what runs behind it. */
public sealed interface Route {

    String method();

    /** With {@code :name} for the parts that vary. */
    String path();

    Caller caller();

    /** The scope that the caller's token needs; empty when none does, or no token is shown. */
    Optional<String> scope();

    /**
     * Reads a request and answers it.
     *
     * @param inMemory which requests touch memory only and may run on the event loop; all others
     *     run on a virtual thread
     */
    record Exchange(
            String method,
            String path,
            Caller caller,
            Optional<String> scope,
            Open endpoint,
            Predicate<Request> inMemory)
            implements Route {

        /** The same route with something in front of its endpoint, or around it. */
        public Exchange with(Open other) {
            return new Exchange(method, path, caller, scope, other, inMemory);
        }
    }

    /** Takes the connection over, as for a WebSocket; authenticates by itself before that. */
    record Upgrade(String path, Caller caller, Optional<String> scope, Socket socket)
            implements Route {
        @Override
        public String method() {
            return HttpMethod.GET.name();
        }
    }

    /** An endpoint without a principal. */
    interface Open {
        Answer answer(Request request);
    }

    /** An endpoint behind a guard. */
    interface Guarded<P> {
        Answer answer(Request request, P principal);
    }

    /** An endpoint that owns the raw request; called on the event loop. */
    interface Socket {
        void take(HttpServerRequest raw, Request request);
    }

    /** A route for anybody. */
    static Exchange open(String method, String path, Open endpoint) {
        return new Exchange(method, path, Caller.PUBLIC, Optional.empty(), endpoint, _ -> false);
    }

    /** A route that only callers reach whom the guard admits. */
    static <P> Exchange guarded(String method, String path, Guard<P> guard, Guarded<P> endpoint) {
        Open open =
                request ->
                        switch (guard.admit(request)) {
                            case Admission.Admitted<P>(P principal) ->
                                    endpoint.answer(request, principal);
                            case Admission.Refused<P>(Answer answer) -> answer;
                        };
        return new Exchange(method, path, guard.caller(), guard.scope(), open, _ -> false);
    }

    /** The same route on the event loop, for endpoints that never wait. */
    static Exchange inMemory(Exchange route) {
        return inMemoryWhen(_ -> true, route);
    }

    /** The same route, on the event loop for those requests that never wait. */
    static Exchange inMemoryWhen(Predicate<Request> neverWaits, Exchange route) {
        return new Exchange(
                route.method(),
                route.path(),
                route.caller(),
                route.scope(),
                route.endpoint(),
                neverWaits);
    }
}
