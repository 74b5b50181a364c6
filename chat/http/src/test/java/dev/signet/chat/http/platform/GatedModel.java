package dev.signet.chat.http.platform;

import dev.signet.chat.model.ChatModel;
import dev.signet.chat.model.ModelListener;
import dev.signet.chat.model.ModelRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A model that says what a test tells it, when the test says so; one exchange at a time. */
public final class GatedModel implements ChatModel {

    private static final String END = "\u0000";

    private final LinkedBlockingQueue<String> script = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> cancelled = new CompletableFuture<>();

    @Override
    public String name() {
        return "gated";
    }

    @Override
    public Exchange ask(ModelRequest request, ModelListener listener) {
        Thread speaker = Thread.ofVirtual().start(() -> speak(listener));
        return () -> {
            cancelled.complete(true);
            speaker.interrupt();
        };
    }

    private void speak(ModelListener listener) {
        try {
            for (String piece = script.take(); !piece.equals(END); piece = script.take()) {
                listener.text(piece);
            }
            listener.done();
        } catch (InterruptedException cancelledMeanwhile) {
            cancelled.complete(true);
        }
    }

    /** The next piece of the answer. */
    public void say(String piece) {
        script.add(piece);
    }

    /** The answer is complete. */
    public void end() {
        script.add(END);
    }

    public void end(String piece) {
        say(piece);
        end();
    }

    /** Waits until the exchange was broken off. */
    public boolean cancelled() throws Exception {
        try {
            return cancelled.get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return false;
        }
    }
}
