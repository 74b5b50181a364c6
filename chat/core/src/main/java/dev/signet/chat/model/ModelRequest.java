package dev.signet.chat.model;

import dev.signet.chat.agent.ToolSpec;
import java.time.Duration;
import java.util.List;

/**
 * What a model is asked.
 *
 * @param tools offered as functions; empty when the model must answer now
 * @param timeout for the whole answer
 */
public record ModelRequest(List<ModelMessage> messages, List<ToolSpec> tools, Duration timeout) {
    public ModelRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }
}
