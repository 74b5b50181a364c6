package dev.signet.scanner.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind the path of an entry: {@code key=1 weak-if=options(2)}. */
final class Attributes {

    private static final List<String> ORDER =
            List.of("key", "not-if", "unverified-if", "weak-if", "unless");

    private final Line line;
    private final Terms terms;
    private final Map<String, String> values = new LinkedHashMap<>();

    Attributes(Line line, Terms terms) {
        this.line = line;
        this.terms = terms;
        int last = -1;
        for (String word : line.words().subList(2, line.words().size())) {
            int equals = word.indexOf('=');
            int place = ORDER.indexOf(word.substring(0, Math.max(equals, 0)));
            line.check(place >= 0, "has an unknown attribute");
            line.check(place > last, "has its attributes in another order");
            values.put(ORDER.get(place), word.substring(equals + 1));
            last = place;
        }
    }

    Optional<Where> key() {
        return Optional.ofNullable(values.get("key")).map(where -> Where.read(line, where));
    }

    /**
     * The checks of one of the attributes.
     *
     * @param says whether somebody reads what they mean
     */
    List<Check> checks(String name, boolean says) {
        return Optional.ofNullable(values.get(name))
                .map(groups -> CheckGroup.all(line, groups, terms, says))
                .orElse(List.of());
    }

    Optional<Use> unless() {
        Optional<String> word = Optional.ofNullable(values.get("unless"));
        Optional<Use> use = word.flatMap(Use::of);
        line.check(word.isPresent() == use.isPresent(), "has an unknown verb at its end");
        return use;
    }
}
