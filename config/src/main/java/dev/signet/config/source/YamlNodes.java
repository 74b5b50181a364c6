package dev.signet.config.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Flattens nested mappings to dotted names. Texts stay as they are written, so that nothing becomes
 * a number or a truth value on the way. What settings do not need is refused: tags, anchors, the
 * same name twice.
 */
final class YamlNodes {

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.MERGE);

    private final Path file;
    private final Map<String, Given> texts = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    YamlNodes(Path file) {
        this.file = file;
    }

    Contents contents(Node root) {
        if (root instanceof MappingNode mapping) {
            flatten("", mapping);
        } else if (!root.getTag().equals(Tag.NULL)) {
            refuse("settings file", root, "is not a mapping", "write lines such as data: ./data");
        }
        return new Contents(texts, problems);
    }

    private void flatten(String prefix, MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                visit(prefix + key.getValue(), key, entry.getValueNode());
            } else {
                refuse("settings file", entry.getKeyNode(), "has a key that is no text", "name it");
            }
        }
    }

    private void visit(String name, ScalarNode key, Node value) {
        if (value.getAnchor() != null) {
            refuse(name, value, "anchors and aliases are not accepted", "write the value out");
            return;
        }
        switch (value) {
            case MappingNode mapping when mapping.getTag().equals(Tag.MAP) ->
                    flatten(name + ".", mapping);
            case SequenceNode sequence when sequence.getTag().equals(Tag.SEQ) ->
                    putList(name, key, sequence);
            case ScalarNode scalar when PLAIN.contains(scalar.getTag()) ->
                    put(name, key, scalar.getValue());
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> putNothing(name, key);
            default -> refuse(name, value, "tags are not accepted", "write a plain value");
        }
    }

    private void putList(String name, ScalarNode key, SequenceNode sequence) {
        if (Table.find(name).filter(YamlNodes::isOneValue).isPresent()) {
            refuse(name, sequence, "is a list", "write one value");
            return;
        }
        var joined = new StringJoiner(",");
        for (Node element : sequence.getValue()) {
            boolean plain =
                    element instanceof ScalarNode scalar
                            && PLAIN.contains(scalar.getTag())
                            && scalar.getAnchor() == null
                            && !scalar.getValue().contains(",");
            if (!plain) {
                refuse(name, element, "has an element that is no plain text", "write plain texts");
                return;
            }
            joined.add(((ScalarNode) element).getValue());
        }
        put(name, key, joined.toString());
    }

    /** Lists alone may be empty. */
    private static boolean isOneValue(Setting<?> setting) {
        return setting.type().parse("").isEmpty();
    }

    /** A section whose settings are all commented out is fine. */
    private void putNothing(String name, ScalarNode key) {
        boolean section =
                Table.settings().stream().anyMatch(known -> known.name().startsWith(name + "."));
        if (!section) {
            refuse(name, key, "has no value", "give one or remove the line");
        }
    }

    private void put(String name, ScalarNode key, String text) {
        Given before = texts.get(name);
        if (before == null) {
            var origin = new Origin(YamlFile.place(file, key.getStartMark()), true);
            texts.put(name, new Given(text, origin));
            return;
        }
        refuse(name, key, "is set before, at " + before.origin(), "remove one of them");
    }

    private void refuse(String name, Node node, String what, String action) {
        var origin = new Origin(YamlFile.place(file, node.getStartMark()), true);
        problems.add(new Problem(name, origin, what, action));
    }
}
