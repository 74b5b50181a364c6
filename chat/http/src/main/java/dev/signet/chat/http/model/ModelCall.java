package dev.signet.chat.http.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.signet.chat.http.limit.BackendLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One streamed exchange on a connection of its own, bounded in time and size. It blocks its caller,
 * and whoever breaks it off ends the connection whatever it is waiting for.
 */
final class ModelCall implements HttpClient {

    private static final String END_MARK = "[DONE]";

    private final java.net.http.HttpClient client;
    private final BackendLimits.Model limits;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<CompletableFuture<HttpResponse<InputStream>>> sent = Optional.empty();
    private Optional<InputStream> body = Optional.empty();
    private boolean broken;
    private volatile boolean late;
    private volatile boolean whole;

    ModelCall(java.net.http.HttpClient client, BackendLimits.Model limits, Duration timeout) {
        this.client = client;
        this.limits = limits;
        this.timeout = timeout;
    }

    Duration timeout() {
        return timeout;
    }

    /** Whether the time for the whole exchange is over. */
    boolean late() {
        return late;
    }

    /** Whether the stream came to its end mark, rather than just to an end. */
    boolean whole() {
        return whole;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("models are asked for streams alone");
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        CompletableFuture<?> clock =
                CompletableFuture.runAsync(
                        this::timeOut,
                        CompletableFuture.delayedExecutor(timeout.toNanos(), TimeUnit.NANOSECONDS));
        try {
            stream(send(request), parser, listener);
        } catch (IOException e) {
            listener.onError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(e);
        } finally {
            clock.cancel(false);
            breakOff();
        }
    }

    private void timeOut() {
        late = true;
        breakOff();
    }

    private HttpResponse<InputStream> send(HttpRequest request)
            throws IOException, InterruptedException {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                        .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        try {
            return begun(builder.build()).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (java.util.concurrent.CancellationException | TimeoutException e) {
            throw new IOException("broken off", e);
        }
    }

    private CompletableFuture<HttpResponse<InputStream>> begun(java.net.http.HttpRequest request)
            throws IOException {
        lock.lock();
        try {
            if (broken) {
                throw new IOException("broken off");
            }
            var future = client.sendAsync(request, BodyHandlers.ofInputStream());
            sent = Optional.of(future);
            return future;
        } finally {
            lock.unlock();
        }
    }

    private void stream(
            HttpResponse<InputStream> response,
            ServerSentEventParser parser,
            ServerSentEventListener listener)
            throws IOException {
        InputStream bytes = new BoundedStream(keep(response.body()), limits.answerBytes());
        if (response.statusCode() != 200) {
            byte[] text = bytes.readNBytes(limits.errorBytes());
            listener.onError(
                    new HttpException(
                            response.statusCode(), new String(text, StandardCharsets.UTF_8)));
            return;
        }
        listener.onOpen(
                SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
        parser.parse(bytes, new Watched(listener));
        listener.onClose();
    }

    /** Notices the mark that the stream is whole. */
    private final class Watched implements ServerSentEventListener {
        private final ServerSentEventListener listener;

        Watched(ServerSentEventListener listener) {
            this.listener = listener;
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            whole |= END_MARK.equals(event.data());
            listener.onEvent(event, context);
        }

        @Override
        public void onError(Throwable error) {
            listener.onError(error);
        }
    }

    private InputStream keep(InputStream stream) throws IOException {
        lock.lock();
        try {
            body = Optional.of(stream);
            if (broken) {
                stream.close();
                throw new IOException("broken off");
            }
            return stream;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the connection, whatever it is doing; again: no effect. */
    void breakOff() {
        lock.lock();
        try {
            broken = true;
            sent.ifPresent(future -> future.cancel(true));
            if (body.isPresent()) {
                body.get().close();
            }
        } catch (IOException alreadyGone) {
            body = Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
