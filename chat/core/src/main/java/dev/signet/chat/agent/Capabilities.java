package dev.signet.chat.agent;

import java.util.List;
import java.util.Optional;

/**
 * What a user can expect here.
 *
 * @param model the language model in use; empty for none
 * @param cannot whole sentences
 */
public record Capabilities(Optional<String> model, List<ToolSpec> tools, List<String> cannot) {
    public Capabilities {
        tools = List.copyOf(tools);
        cannot = List.copyOf(cannot);
    }
}
