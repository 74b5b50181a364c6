package dev.signet.scanner.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to a group of checks, such as {@code signature} or {@code options(2)}: what stands in
 * the brackets is put in for {@code $} in the group.
 */
record CheckGroup(String name, Optional<String> of) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)(?:\\(([^()]+)\\))?");
    private static final Pattern PARAMETER = Pattern.compile("\\$(?=$|[\\[ :])");

    /**
     * The checks of groups with commas between them.
     *
     * @param says whether what a check means is read by anybody
     */
    static List<Check> all(Line line, String names, Terms terms, boolean says) {
        List<Check> checks = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            Matcher form = FORM.matcher(name);
            line.check(form.matches(), "has no group of checks in " + name);
            CheckGroup group = new CheckGroup(form.group(1), Optional.ofNullable(form.group(2)));
            for (Line check : group.lines(line, terms)) {
                checks.add(group.check(check, says));
            }
        }
        return checks;
    }

    private List<Line> lines(Line line, Terms terms) {
        List<Line> lines =
                terms.group(name).orElseThrow(() -> line.wrong("has an unknown " + name));
        boolean asks = lines.stream().anyMatch(l -> PARAMETER.matcher(l.text()).find());
        line.check(asks == of.isPresent(), "gives " + name + (asks ? " nothing" : " too much"));
        return lines;
    }

    /** {@code check name [in option] kind [where] [word …][: because]}. */
    private Check check(Line line, boolean says) {
        int colon = line.text().indexOf(": ");
        line.check(colon < 0 || says, "says behind its colon what nobody reads");
        line.check(colon > 0 || !says, "does not say what it means");
        String because = says ? line.text().substring(colon + 2) : "";
        String asks = says ? line.text().substring(0, colon) : line.text();
        String whole = PARAMETER.matcher(asks).replaceAll(Matcher.quoteReplacement(of.orElse("")));
        Deque<String> words = new ArrayDeque<>(line.as(whole).from(2));
        String given = words.getFirst().equals("in") ? given(line, words) : "";
        Check.Kind kind = kind(line, words.removeFirst());
        line.check(kind.asksNoArgument() || !words.isEmpty(), "names no argument");
        Where where = kind.asksNoArgument() ? Where.ANY : Where.read(line, words.removeFirst());
        line.check(words.size() == kind.words(), "has too many or too few words at its end");
        return new Check(given, kind, where, List.copyOf(words), because);
    }

    private static String given(Line line, Deque<String> words) {
        line.check(words.size() > 2, "ends too early");
        words.removeFirst();
        return words.removeFirst();
    }

    private static Check.Kind kind(Line line, String word) {
        for (Check.Kind kind : Check.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw line.wrong("has an unknown " + word);
    }
}
