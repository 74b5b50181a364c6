package dev.signet.scanner.settings;

import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.tree.Glob;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads {@code .signet-scan.yaml}, strictly: what is not understood is refused with its line. */
public final class SettingsReader {

    private static final int BYTES_MAX = 256 * 1024;
    private static final int ENTRIES_MAX = 10_000;

    private final String name;

    private SettingsReader(String name) {
        this.name = name;
    }

    /**
     * @param name how reports call the file
     * @throws SettingsException when it is missing, no YAML, or says what nobody understands
     */
    public static ScanSettings read(Path file, String name) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new SettingsException(name + ": longer than 256 KiB");
            }
            return new SettingsReader(name).parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new SettingsException(name + ": is not UTF-8");
        } catch (IOException e) {
            throw new SettingsException(name + ": there is no such file, or it cannot be read");
        }
    }

    private ScanSettings parse(String text) {
        Node root = node(text);
        if (root == null) {
            return new ScanSettings(name, List.of(), List.of(), List.of());
        }
        Map<String, Node> keys = keys(root, Set.of("authority", "exclude", "allow"));
        List<AllowEntry> allow = new ArrayList<>();
        for (Node entry : items(keys, "allow")) {
            allow.add(entry(entry));
        }
        return new ScanSettings(name, globs(keys, "authority"), globs(keys, "exclude"), allow);
    }

    private @Nullable Node node(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(10);
        options.setCodePointLimit(BYTES_MAX);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new SettingsException(name + ":" + line + ": is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new SettingsException(name + ": is not YAML that is accepted here");
        }
    }

    private AllowEntry entry(Node node) {
        Map<String, Node> keys = keys(node, Set.of("rule", "path", "reason", "until"));
        Node rule = needed(keys, "rule", node);
        String id = scalar(rule, "rule");
        Optional<Rule> known = Rule.ofId(id).filter(one -> one != Rule.ALLOW_ENTRY);
        return new AllowEntry(
                known.orElseThrow(() -> refused(rule, "there is no rule '" + id + "' to allow")),
                glob(needed(keys, "path", node)),
                text(keys, "reason"),
                text(keys, "until").map(day -> date(day, keys, node)),
                line(node));
    }

    private LocalDate date(String day, Map<String, Node> keys, Node entry) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            Node at = keys.getOrDefault("until", entry);
            throw refused(at, "'until' is a date like 2026-12-31, not '" + day + "'");
        }
    }

    private Node needed(Map<String, Node> keys, String key, Node entry) {
        Node found = keys.get(key);
        if (found == null) {
            throw refused(entry, "an entry of 'allow' needs '" + key + "'");
        }
        return found;
    }

    /** Blank is the same as missing. */
    private Optional<String> text(Map<String, Node> keys, String key) {
        return Optional.ofNullable(keys.get(key))
                .filter(node -> !node.getTag().equals(Tag.NULL))
                .map(node -> scalar(node, key).strip())
                .filter(text -> !text.isEmpty());
    }

    private List<Glob> globs(Map<String, Node> keys, String key) {
        return items(keys, key).stream().map(this::glob).toList();
    }

    private Glob glob(Node node) {
        try {
            return Glob.of(scalar(node, "a path pattern"));
        } catch (IllegalArgumentException e) {
            throw refused(node, String.valueOf(e.getMessage()));
        }
    }

    private List<Node> items(Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        if (node == null || node.getTag().equals(Tag.NULL)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw refused(node, "'" + key + "' is a list");
        }
        if (list.getValue().size() > ENTRIES_MAX) {
            throw refused(node, "'" + key + "' has more than " + ENTRIES_MAX + " entries");
        }
        return list.getValue();
    }

    private Map<String, Node> keys(Node node, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(node, "expected keys out of " + sorted(known));
        }
        Map<String, Node> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            if (!known.contains(key)) {
                throw refused(
                        tuple.getKeyNode(),
                        "unknown key '" + key + "'; known are " + sorted(known));
            }
            if (keys.put(key, tuple.getValueNode()) != null) {
                throw refused(tuple.getKeyNode(), "'" + key + "' stands there twice");
            }
        }
        return keys;
    }

    private static String sorted(Set<String> known) {
        return String.join(", ", known.stream().sorted().toList());
    }

    private String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refused(node, what + " is a text");
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private SettingsException refused(Node node, String what) {
        return new SettingsException(name + ":" + line(node) + ": " + what);
    }
}
