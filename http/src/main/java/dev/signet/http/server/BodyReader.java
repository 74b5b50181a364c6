package dev.signet.http.server;

import dev.signet.http.message.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads one body within its bounds on size and time, then calls back once, on the event loop. */
final class BodyReader {

    private static final byte[] NONE = new byte[0];

    private final HttpServerRequest request;
    private final HttpLimits limits;
    private final Consumer<byte[]> onBody;
    private final Consumer<Problem> onRefusal;
    private Buffer body = Buffer.buffer();
    private boolean done;

    private BodyReader(
            HttpServerRequest request,
            HttpLimits limits,
            Consumer<byte[]> onBody,
            Consumer<Problem> onRefusal) {
        this.request = request;
        this.limits = limits;
        this.onBody = onBody;
        this.onRefusal = onRefusal;
    }

    static void read(
            Vertx vertx,
            HttpServerRequest request,
            HttpLimits limits,
            Consumer<byte[]> onBody,
            Consumer<Problem> onRefusal) {
        if (request.isEnded()) {
            onBody.accept(NONE);
            return;
        }
        new BodyReader(request, limits, onBody, onRefusal).start(vertx);
    }

    private void start(Vertx vertx) {
        if (declaredLength() > limits.bodyBytesMax()) {
            refuse(tooLarge());
            return;
        }
        long timer = vertx.setTimer(limits.bodyTime().toMillis(), _ -> refuse(tooSlow()));
        request.handler(this::append);
        request.exceptionHandler(_ -> {
            vertx.cancelTimer(timer);
            done = true;
        });
        request.endHandler(_ -> {
            vertx.cancelTimer(timer);
            finish();
        });
    }

    private long declaredLength() {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }

    private void append(Buffer chunk) {
        if (done) {
            return;
        }
        body.appendBuffer(chunk);
        if (body.length() > limits.bodyBytesMax()) {
            refuse(tooLarge());
        }
    }

    private void finish() {
        if (!done) {
            done = true;
            onBody.accept(body.getBytes());
        }
    }

    private void refuse(Problem problem) {
        if (!done) {
            done = true;
            body = Buffer.buffer();
            onRefusal.accept(problem);
        }
    }

    private Problem tooLarge() {
        return Problem.of(
                413,
                "too_large",
                "The body must not be larger than " + limits.bodyBytesMax() + " bytes.");
    }

    private Problem tooSlow() {
        return Problem.of(
                408,
                "too_slow",
                "The body did not arrive within " + limits.bodyTime().toSeconds() + " s.");
    }
}
