package dev.signet.chat.http.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.signet.chat.agent.Parameter;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.model.ModelMessage;
import dev.signet.chat.model.ModelRequest;
import dev.signet.chat.model.ModelToolCall;
import dev.signet.token.jose.StrictJson;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between our words for a conversation with a model and LangChain4j's. */
final class Translation {

    private Translation() {}

    static ChatRequest request(ModelRequest request) {
        List<ChatMessage> messages = request.messages().stream().map(Translation::message).toList();
        List<ToolSpecification> tools = request.tools().stream().map(Translation::tool).toList();
        ChatRequest.Builder builder = ChatRequest.builder().messages(messages);
        return tools.isEmpty() ? builder.build() : builder.toolSpecifications(tools).build();
    }

    private static ChatMessage message(ModelMessage message) {
        return switch (message) {
            case ModelMessage.Instructions(var text) -> SystemMessage.from(text);
            case ModelMessage.User(var text) -> UserMessage.from(text);
            case ModelMessage.Assistant(var text, var calls) -> assistant(text, calls);
            case ModelMessage.ToolAnswer(var call, var result) ->
                    ToolExecutionResultMessage.from(
                            call.id(), call.tool(), new JsonObject(result).encode());
        };
    }

    private static AiMessage assistant(String text, List<ModelToolCall> calls) {
        if (calls.isEmpty()) {
            return AiMessage.from(text);
        }
        List<ToolExecutionRequest> requests = calls.stream().map(Translation::request).toList();
        return text.isEmpty() ? AiMessage.from(requests) : AiMessage.from(text, requests);
    }

    private static ToolExecutionRequest request(ModelToolCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.tool())
                .arguments(new JsonObject(call.arguments().orElse(Map.of())).encode())
                .build();
    }

    private static ToolSpecification tool(ToolSpec spec) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder().additionalProperties(false);
        for (Parameter parameter : spec.parameters()) {
            switch (parameter.type()) {
                case STRING -> schema.addStringProperty(parameter.name(), parameter.description());
                case BOOLEAN ->
                        schema.addBooleanProperty(parameter.name(), parameter.description());
            }
        }
        schema.required(
                spec.parameters().stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList());
        return ToolSpecification.builder()
                .name(spec.name())
                .description(spec.description())
                .parameters(schema.build())
                .build();
    }

    /**
     * What a model wants, as far as it can be read; {@code null} for an argument is none.
     *
     * @param index names the call when the model does not
     */
    static ModelToolCall call(ToolExecutionRequest request, int index) {
        String id = request.id() == null || request.id().isEmpty() ? "call_" + index : request.id();
        return new ModelToolCall(id, request.name(), arguments(request.arguments()));
    }

    private static Optional<Map<String, Object>> arguments(String json) {
        String text = json == null || json.isBlank() ? "{}" : json;
        return StrictJson.parseObject(text.getBytes(StandardCharsets.UTF_8))
                .map(Translation::withoutNulls)
                .filter(members -> !containsNull(members));
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> members) {
        Map<String, Object> present = new HashMap<>(members);
        present.values().removeIf(value -> value == StrictJson.NULL);
        return present;
    }

    private static boolean containsNull(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().anyMatch(Translation::containsNull);
            case List<?> list -> list.stream().anyMatch(Translation::containsNull);
            default -> value == StrictJson.NULL;
        };
    }
}
