package dev.signet.config.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sources on top of each other: a name's value comes from the first that has it, unchanged, and
 * nothing in it is expanded.
 */
final class Layers {

    private final List<Map<String, Given>> sources;

    private Layers(List<Map<String, Given>> sources) {
        this.sources = sources;
    }

    /** Those that are named first hide those that follow. */
    static Layers of(List<Map<String, Given>> sources) {
        return new Layers(List.copyOf(sources));
    }

    /** What the uppermost source says. */
    Optional<Given> find(String name) {
        return sources.stream()
                .filter(source -> source.containsKey(name))
                .findFirst()
                .map(source -> source.get(name));
    }
}
