package dev.signet.chat.model;

import dev.signet.chat.run.Plain;
import java.util.Map;
import java.util.Optional;

/**
 * A model's wish to use a tool.
 *
 * @param id the model's own name for the call
 * @param arguments empty when what the model wrote is no JSON object
 */
public record ModelToolCall(String id, String tool, Optional<Map<String, Object>> arguments) {
    public ModelToolCall {
        arguments = arguments.map(Plain::copy);
    }
}
