package dev.signet.config.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one source says.
 *
 * @param texts by name, in its order; also names that no setting has
 * @param problems why it could not be read as a whole
 */
record Contents(Map<String, Given> texts, List<Problem> problems) {

    static final Contents NONE = new Contents(Map.of(), List.of());

    static Contents refused(Problem problem) {
        return new Contents(Map.of(), List.of(problem));
    }

    /** The same texts for each name, all from one place. */
    static Contents of(Map<String, String> texts, String place) {
        var given = new LinkedHashMap<String, Given>();
        var origin = new Origin(place, true);
        texts.forEach((name, text) -> given.put(name, new Given(text, origin)));
        return new Contents(given, List.of());
    }

    /** Those of the secrets that are set here. */
    Stream<Map.Entry<String, Given>> secrets() {
        return texts.entrySet().stream()
                .filter(entry -> Table.find(entry.getKey()).filter(Setting::secret).isPresent());
    }

    /** One problem for each name that no setting has. */
    Stream<Problem> unknown() {
        List<String> known = Table.settings().stream().map(Setting::name).toList();
        return texts.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(entry -> unknown(entry.getKey(), entry.getValue().origin(), known));
    }

    static Problem unknown(String name, Origin origin, List<String> known) {
        if (LegacySecret.isFormerName(name)) {
            return LegacySecret.former(name, origin);
        }
        Optional<String> meant = NearestName.among(known, name);
        return new Problem(
                name,
                origin,
                "there is no such setting",
                meant.map(near -> "did you mean " + near + "?")
                        .orElse("remove it; \"signet config explain\" lists all there are"));
    }
}
