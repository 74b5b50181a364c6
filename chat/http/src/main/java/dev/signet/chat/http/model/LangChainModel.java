package dev.signet.chat.http.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.model.ChatModel;
import dev.signet.chat.model.ModelListener;
import dev.signet.chat.model.ModelRequest;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;

/**
 * Asks a model by LangChain4j. Each exchange has a connection to itself that can be broken off at
 * any time, also while the model has not said a word. Safe for many threads.
 */
public final class LangChainModel implements ChatModel, AutoCloseable {

    private final ModelEndpoint endpoint;
    private final BackendLimits.Model limits;
    private final HttpClient client;

    public LangChainModel(ModelEndpoint endpoint, BackendLimits.Model limits) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connect())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public Exchange ask(ModelRequest request, ModelListener listener) {
        ModelCall call = new ModelCall(client, limits, request.timeout());
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder model =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(new ModelCallBuilder(call))
                        .baseUrl(endpoint.baseUrl().toString())
                        .modelName(endpoint.name())
                        .maxTokens(limits.tokens())
                        .logRequests(false)
                        .logResponses(false);
        endpoint.apiKey().ifPresent(model::apiKey);
        ChatRequest asked = Translation.request(request);
        ModelReply reply = new ModelReply(call, listener);
        Thread.ofVirtual().name("model").start(() -> reply.receive(model.build(), asked));
        return reply::cancel;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
