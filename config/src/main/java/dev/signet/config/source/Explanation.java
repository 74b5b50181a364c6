package dev.signet.config.source;

import java.util.List;
import java.util.Optional;

/**
 * Every setting with its value and origin, in the order of the reference.
 *
 * @param settings all of them, whether set or not
 */
public record Explanation(List<Explained> settings) {

    public Explanation {
        settings = List.copyOf(settings);
    }

    /** The setting of that name. */
    public Optional<Explained> find(String key) {
        return settings.stream().filter(setting -> setting.key().equals(key)).findAny();
    }

    /** The known name that is most like this one, if any is. */
    public Optional<String> nearest(String key) {
        return NearestName.among(settings.stream().map(Explained::key).toList(), key);
    }
}
