package dev.signet.scanner.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a catalogue gives names to: alternatives of paths, written with {@code $} in front, and
 * groups of checks.
 */
final class Terms {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern REFERENCE = Pattern.compile("\\$" + NAME);

    private final Optional<Terms> around;
    private final Map<String, List<String>> alternatives = new LinkedHashMap<>();
    private final Map<String, List<Line>> groups = new LinkedHashMap<>();
    private final Set<String> unused = new TreeSet<>();
    private String last = "";

    private Terms(Optional<Terms> around) {
        this.around = around;
    }

    /** Those of the whole text. */
    static Terms shared() {
        return new Terms(Optional.empty());
    }

    /** Those of one library, which sees the shared ones. */
    Terms ofLibrary() {
        return new Terms(Optional.of(this));
    }

    /** {@code let name alternative …}. */
    void let(Line line) {
        List<String> all = new ArrayList<>();
        line.from(2).forEach(word -> all.addAll(expand(line, word)));
        define(line, "$" + line.word(1));
        alternatives.put("$" + line.word(1), all);
    }

    /** {@code check name kind …}; lines of the same name, one behind the other, are a group. */
    void group(Line line) {
        String name = line.word(1);
        if (!last.equals(name)) {
            define(line, name);
        }
        groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(line);
        last = name;
    }

    private void define(Line line, String name) {
        line.check(
                NAME.matcher(line.word(1)).matches(), "has a name with other than small letters");
        line.check(alternatives(name).isEmpty() && group(name).isEmpty(), "is there already");
        unused.add(name);
    }

    /** All paths that a pattern with <code>{a,b}</code> and {@code $name} stands for. */
    List<String> expand(Line line, String pattern) {
        if (pattern.indexOf('$') < 0) {
            return Alternatives.of(line, pattern);
        }
        Matcher named = REFERENCE.matcher(pattern);
        return Alternatives.of(line, named.replaceAll(found -> braces(line, found.group())));
    }

    private String braces(Line line, String name) {
        return alternatives(name)
                .map(all -> "{" + String.join(",", all) + "}")
                .orElseThrow(() -> line.wrong("has an unknown " + name));
    }

    private Optional<List<String>> alternatives(String name) {
        unused.remove(name);
        Optional<List<String>> own = Optional.ofNullable(alternatives.get(name));
        return own.or(() -> around.flatMap(terms -> terms.alternatives(name)));
    }

    /** The lines of a group of checks. */
    Optional<List<Line>> group(String name) {
        unused.remove(name);
        Optional<List<Line>> own = Optional.ofNullable(groups.get(name));
        return own.or(() -> around.flatMap(terms -> terms.group(name)));
    }

    /** What nothing refers to, in the order of the alphabet. */
    Set<String> unused() {
        return unused;
    }
}
