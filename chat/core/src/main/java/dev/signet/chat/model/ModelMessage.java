package dev.signet.chat.model;

import java.util.List;
import java.util.Map;

/** One message of the conversation with a model. */
public sealed interface ModelMessage {

    /** The instructions. */
    record Instructions(String text) implements ModelMessage {}

    /** What the user said. */
    record User(String text) implements ModelMessage {}

    /**
     * What the model said.
     *
     * @param text may be empty when there are calls
     */
    record Assistant(String text, List<ModelToolCall> calls) implements ModelMessage {
        public Assistant {
            calls = List.copyOf(calls);
        }
    }

    /** What came out of a call of the message before. */
    record ToolAnswer(ModelToolCall call, Map<String, Object> result) implements ModelMessage {}
}
