package dev.signet.chat.fake;

import dev.signet.chat.model.ChatModel;
import dev.signet.chat.model.ModelListener;
import dev.signet.chat.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A model that answers each request with the next line of its script, on a thread of its own. */
public final class ScriptedModel implements ChatModel {
    private final List<Consumer<ModelListener>> script;
    public final List<ModelRequest> requests = new ArrayList<>();
    public final AtomicInteger cancelled = new AtomicInteger();

    @SafeVarargs
    @SuppressWarnings("varargs")
    public ScriptedModel(Consumer<ModelListener>... script) {
        this.script = List.of(script);
    }

    @Override
    public String name() {
        return "scripted-1";
    }

    @Override
    public Exchange ask(ModelRequest request, ModelListener listener) {
        requests.add(request);
        Consumer<ModelListener> line = script.get(Math.min(requests.size(), script.size()) - 1);
        Thread.ofVirtual().start(() -> line.accept(listener));
        return cancelled::incrementAndGet;
    }
}
