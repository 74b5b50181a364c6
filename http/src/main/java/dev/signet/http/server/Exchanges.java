package dev.signet.http.server;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import dev.signet.http.route.Route;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests from their head to their answer: reads, runs the endpoint, writes. */
final class Exchanges {

    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
    private static final byte[] NO_BODY = new byte[0];

    private final Vertx vertx;
    private final HttpLimits limits;
    private final Connections connections;
    private final Desk desk;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore blocking;
    private final BodySpace space;

    /** What every request is named, told apart and answered with. */
    record Desk(AnswerWriter writer, ClientAddress addresses, CorrelationIds ids) {}

    /** One request that has begun. */
    private record Turn(RoutingContext context, String correlationId) {
        HttpServerRequest raw() {
            return context.request();
        }
    }

    Exchanges(Vertx vertx, HttpLimits limits, Connections connections, Desk desk) {
        this.vertx = vertx;
        this.limits = limits;
        this.connections = connections;
        this.desk = desk;
        this.blocking = new Semaphore(limits.blockingMax());
        this.space = new BodySpace(limits.bodiesBytesMax());
    }

    /** Called on the connection's event loop, before anything of the body was read. */
    void take(RoutingContext context, Route route) {
        Turn turn = begin(context);
        switch (route) {
            case Route.Upgrade upgrade -> upgrade(turn, upgrade);
            case Route.Exchange exchange ->
                    new BodyReader(turn.raw(), limits, space, reader(turn, exchange)).start(vertx);
        }
    }

    private void upgrade(Turn turn, Route.Upgrade route) {
        if (announcesBody(turn.raw())) { // its bytes would be taken for frames
            endConnectionAfter(turn.raw());
            write(turn, Answer.refusal(Problem.badRequest("An upgrade has no body.")));
            return;
        }
        turn.raw().response().bodyEndHandler(_ -> connections.answered(turn.raw().connection()));
        route.socket().take(turn.raw(), request(turn, NO_BODY));
    }

    private static boolean announcesBody(HttpServerRequest raw) {
        String length = raw.getHeader(HttpHeaders.CONTENT_LENGTH);
        return raw.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || length != null && !length.equals("0");
    }

    /** Answers what no route takes. */
    void answer(RoutingContext context, Answer answer) {
        write(begin(context), answer);
    }

    /** Answers what went wrong before a route could. */
    void fail(RoutingContext context, Throwable fault) {
        Turn turn = begin(context);
        write(turn, unexpected(request(turn, NO_BODY), fault));
    }

    /** Answers what could not be read as a request at all, and ends its connection. */
    void refuseUnreadable(HttpServerRequest raw) {
        Problem problem =
                switch (raw.decoderResult().cause()) {
                    case TooLongHttpLineException _ ->
                            Problem.of(414, "too_large", "The address is too long.");
                    case TooLongHttpHeaderException _ ->
                            Problem.of(431, "too_large", "The headers are too long.");
                    case UnreadableFramingException framing -> framing.problem();
                    case null, default -> Problem.badRequest("Not HTTP.");
                };
        endConnectionAfter(raw);
        desk.writer().write(raw, Answer.refusal(problem), desk.ids().of(raw));
    }

    void close() {
        threads.shutdown();
    }

    private Turn begin(RoutingContext context) {
        HttpServerRequest raw = context.request();
        connections.begun(raw.connection());
        return new Turn(context, desk.ids().of(raw));
    }

    private BodyReader.Reader reader(Turn turn, Route.Exchange route) {
        return new BodyReader.Reader() {
            @Override
            public void read(byte[] body) {
                run(turn, route, request(turn, body));
            }

            @Override
            public void refused(Problem problem) {
                endConnectionAfter(turn.raw());
                write(turn, Answer.refusal(problem));
            }
        };
    }

    private void run(Turn turn, Route.Exchange route, Request request) {
        if (neverWaits(route, request)) {
            finish(turn, request, answer(route, request));
            return;
        }
        if (!blocking.tryAcquire()) {
            Problem busy = Problem.unavailable("Too many requests are waiting.", 1);
            finish(turn, request, Answer.refusal(busy));
            return;
        }
        Context loop = vertx.getOrCreateContext();
        threads.execute(() -> {
            Answer answer = answer(route, request);
            blocking.release();
            loop.runOnContext(_ -> finish(turn, request, answer));
        });
    }

    /**
     * A request that cannot be read waits for nothing either; a large one takes a while to read.
     */
    private static boolean neverWaits(Route.Exchange route, Request request) {
        if (request.body().length > HttpLimits.LOOP_BODY_BYTES_MAX) {
            return false;
        }
        try {
            return route.inMemory().test(request);
        } catch (RefusedException unreadable) {
            return true;
        }
    }

    /** Never throws: whatever goes wrong, the caller is answered. */
    private static Answer answer(Route.Exchange route, Request request) {
        try {
            return route.endpoint().answer(request);
        } catch (RefusedException refused) {
            return Answer.refusal(refused.problem());
        } catch (RuntimeException | Error fault) {
            return unexpected(request, fault);
        }
    }

    /** The text of an exception stays here; the caller learns that the fault is ours. */
    private static Answer unexpected(Request request, Throwable fault) {
        LOG.error(
                "event=request_failed request=\"{}\" correlation_id={}",
                request,
                request.correlationId(),
                fault);
        return Answer.refusal(Problem.unavailable("Something failed on our side.", 5));
    }

    private void finish(Turn turn, Request request, Answer answer) {
        space.giveBack(request.body().length);
        write(turn, answer);
    }

    private void write(Turn turn, Answer answer) {
        desk.writer().write(turn.raw(), answer, turn.correlationId());
        if (answer instanceof Answer.Stream) {
            connections.streams(turn.raw().connection());
            return;
        }
        connections.answered(turn.raw().connection());
    }

    private Request request(Turn turn, byte[] body) {
        HttpServerRequest raw = turn.raw();
        String query = raw.query();
        return new Request(
                raw.method().name(),
                turn.context().normalizedPath(),
                turn.context().pathParams(),
                query == null ? "" : query,
                raw.headers()::getAll,
                desk.addresses().of(raw),
                turn.correlationId(),
                body);
    }

    /** What is left of the request is not worth reading, so the connection ends with the answer. */
    private void endConnectionAfter(HttpServerRequest raw) {
        raw.response().putHeader("Connection", "close");
        raw.response().bodyEndHandler(_ -> linger(raw));
    }

    /**
     * Throws away what still comes, for a bounded time: a connection that is closed under somebody
     * who sends is reset, and takes the answer with it (RFC 9112 §9.6).
     */
    private void linger(HttpServerRequest raw) {
        HttpConnection connection = raw.connection();
        if (raw.isEnded()) {
            connection.close();
            return;
        }
        long timer = vertx.setTimer(HttpLimits.LINGER.toMillis(), _ -> connection.close());
        raw.exceptionHandler(_ -> vertx.cancelTimer(timer));
        raw.handler(_ -> {});
        raw.endHandler(_ -> {
            vertx.cancelTimer(timer);
            connection.close();
        });
        raw.resume();
    }
}
