package dev.signet.authority.http.feed;

import dev.signet.authority.http.Wire;
import dev.signet.token.feed.FeedMessage.Batch;
import dev.signet.token.feed.FeedReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events as a verifier does, on a thread of its own. */
final class EventStream implements AutoCloseable {

    private final FeedReader reader;
    private final InputStream body;
    private final BlockingQueue<Optional<Batch>> batches = new LinkedBlockingQueue<>();

    private EventStream(FeedReader reader, InputStream body) {
        this.reader = reader;
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    static EventStream open(Wire wire, FeedReader reader, String path, String token)
            throws Exception {
        HttpResponse<InputStream> response =
                wire.client()
                        .send(
                                wire.request("GET", path, new byte[0], Wire.bearer(token)),
                                BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("no stream: " + response.statusCode());
        }
        if (!response.headers()
                .firstValue("Content-Type")
                .equals(Optional.of("text/event-stream"))) {
            throw new AssertionError("not an event stream");
        }
        return new EventStream(reader, response.body());
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    batches.add(Optional.of(batch(line.substring("data: ".length()))));
                }
            }
        } catch (IOException ended) {
            // the end is what is told below
        }
        batches.add(Optional.empty());
    }

    private Batch batch(String signed) {
        return switch (reader.read(signed)) {
            case FeedReader.Reading.Read(Batch batch) -> batch;
            case FeedReader.Reading other -> throw new AssertionError("not believed: " + other);
        };
    }

    /** The next batch; empty when the stream has ended. */
    Optional<Batch> next() throws InterruptedException {
        Optional<Batch> next = batches.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    /** The next batch with entries in it. */
    Batch news() throws InterruptedException {
        Batch batch = next().orElseThrow();
        return batch.entries().isEmpty() ? news() : batch;
    }

    /** Waits for the end. */
    void awaitEnd() throws InterruptedException {
        long from = System.nanoTime();
        while (next().isPresent()) {
            if (System.nanoTime() - from > Duration.ofSeconds(20).toNanos()) {
                throw new AssertionError("it goes on and on");
            }
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
