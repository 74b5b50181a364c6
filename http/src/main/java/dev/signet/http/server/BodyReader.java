package dev.signet.http.server;

import dev.signet.http.message.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads one body within its bounds on size and time, then calls back once, on the event loop; not
 * at all when the connection ends before.
 */
final class BodyReader {

    private static final byte[] NONE = new byte[0];
    private static final int RETRY_AFTER_SECONDS = 1;

    private final HttpServerRequest request;
    private final HttpLimits limits;
    private final BodySpace space;
    private final Reader reader;
    private Buffer body = Buffer.buffer();
    private Runnable stopTimer = () -> {};
    private boolean done;

    /** Who waits for the body. */
    interface Reader {
        /** The body is here and takes up its length of the space. */
        void read(byte[] body);

        /** The body is not worth reading on. */
        void refused(Problem problem);

        /** The connection ended in the middle. */
        void gone();
    }

    BodyReader(HttpServerRequest request, HttpLimits limits, BodySpace space, Reader reader) {
        this.request = request;
        this.limits = limits;
        this.space = space;
        this.reader = reader;
    }

    void start(Vertx vertx) {
        if (request.isEnded()) {
            reader.read(NONE);
            return;
        }
        if (declaredLength() > limits.bodyBytesMax()) {
            refuse(tooLarge());
            return;
        }
        long timer = vertx.setTimer(limits.bodyTime().toMillis(), _ -> refuse(tooSlow()));
        stopTimer = () -> vertx.cancelTimer(timer);
        request.handler(this::append);
        request.exceptionHandler(_ -> gone());
        request.endHandler(_ -> finish());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
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
        if (body.length() + chunk.length() > limits.bodyBytesMax()) {
            refuse(tooLarge());
            return;
        }
        if (!space.take(chunk.length())) {
            refuse(Problem.unavailable("Too much is being sent.", RETRY_AFTER_SECONDS));
            return;
        }
        body.appendBuffer(chunk);
    }

    private void finish() {
        if (!done) {
            end();
            reader.read(body.getBytes());
        }
    }

    private void refuse(Problem problem) {
        if (!done) {
            end();
            forget();
            reader.refused(problem);
        }
    }

    private void gone() {
        if (!done) {
            end();
            forget();
            reader.gone();
        }
    }

    private void end() {
        done = true;
        stopTimer.run();
    }

    private void forget() {
        space.giveBack(body.length());
        body = Buffer.buffer();
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
