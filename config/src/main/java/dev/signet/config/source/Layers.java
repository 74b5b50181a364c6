package dev.signet.config.source;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.MapBackedConfigValueConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sources on top of each other: a name's value comes from the first that has it. Built without
 * the library's default sources and interceptors, so nothing is discovered, and nothing expanded.
 */
final class Layers {

    private final SmallRyeConfig config;

    private Layers(SmallRyeConfig config) {
        this.config = config;
    }

    /** Those that are named first hide those that follow. */
    @SafeVarargs
    static Layers of(Map<String, Given>... sources) {
        var builder = new SmallRyeConfigBuilder();
        for (int i = 0; i < sources.length; i++) {
            builder.withSources(new Layer(sources[i], sources.length - i));
        }
        return new Layers(builder.build());
    }

    /** What the uppermost source says, unchanged. */
    Optional<Given> find(String name) {
        ConfigValue value = config.getConfigValue(name);
        String text = value.getRawValue();
        return text == null
                ? Optional.empty()
                : Optional.of(new Given(text, new Origin(value.getConfigSourceName(), true)));
    }

    private static final class Layer extends MapBackedConfigValueConfigSource {
        Layer(Map<String, Given> texts, int ordinal) {
            super("layer " + ordinal, values(texts, ordinal), ordinal);
        }

        private static Map<String, ConfigValue> values(Map<String, Given> texts, int ordinal) {
            var values = new LinkedHashMap<String, ConfigValue>();
            texts.forEach((name, given) -> values.put(name, value(name, given, ordinal)));
            return values;
        }

        private static ConfigValue value(String name, Given given, int ordinal) {
            return ConfigValue.builder()
                    .withName(name)
                    .withValue(given.text())
                    .withRawValue(given.text())
                    .withConfigSourceName(given.origin().text())
                    .withConfigSourceOrdinal(ordinal)
                    .build();
        }
    }
}
