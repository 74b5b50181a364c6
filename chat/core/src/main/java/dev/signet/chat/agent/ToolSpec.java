package dev.signet.chat.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tool is called, what it takes, and what it needs.
 *
 * @param description one sentence, for users and for models
 * @param permission without which it is refused; empty when every user may use it
 * @param acts whether it changes something, so that the verdict is asked for again before
 */
public record ToolSpec(
        String name,
        String description,
        List<Parameter> parameters,
        Optional<String> permission,
        boolean acts) {

    public ToolSpec {
        parameters = List.copyOf(parameters);
        if (!name.matches("[a-z][a-z0-9_]{0,39}") || description.isBlank()) {
            throw new IllegalArgumentException("tool: a name and a description are required");
        }
    }

    /** A tool that only reads, without arguments, for every user. */
    public static ToolSpec reading(String name, String description) {
        return new ToolSpec(name, description, List.of(), Optional.empty(), false);
    }

    /** The parameters as a JSON schema of plain values, as models expect it. */
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            properties.put(
                    parameter.name(),
                    Map.of(
                            "type", parameter.type().wire(),
                            "description", parameter.description()));
        }
        List<String> required =
                parameters.stream().filter(Parameter::required).map(Parameter::name).toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
