package dev.signet.chat.model;

import dev.signet.chat.run.PlainData;
import java.util.Map;
import java.util.Optional;

/**
 * A tool that a model asks to use.
 *
 * @param id the model's own name for the call
 * @param arguments empty when what the model wrote is no JSON object
 */
public record ModelToolCall(String id, String tool, Optional<Map<String, Object>> arguments) {
    public ModelToolCall {
        arguments = arguments.map(PlainData::copy);
    }
}
