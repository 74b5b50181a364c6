package dev.signet.scanner.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a text says about the libraries of one language, and fails on anything odd. Tests read
 * the texts of the project strictly, a scan reads them without the checks that cost much.
 *
 * <pre>{@code
 * let name alternative …                 stands as $name in paths
 * check name [in option] kind [where] [word …][: what it means]
 *
 * library name
 * packages name …                        what manifests call it
 * verb path [key=where] [not-if=checks] [unverified-if=checks] [weak-if=checks] [unless=verb]
 * }</pre>
 *
 * <p>A {@code let} or {@code check} behind {@code library} belongs to that library alone. The verb
 * is one of {@link Use}, the kind one of {@link Check.Kind}. Paths are written as imports give
 * them, with {@code .} between the parts: <code>{a,b}</code> is one or the other, {@code *} one
 * part, {@code **} any number of them, such as the middle of a chain of calls: {@code
 * io.jsonwebtoken.Jwts.**.compact}. {@code ?} at the beginning is an object of which nothing is
 * known, and {@code call} at the end the call of what a call gave back.
 */
final class Catalogue {

    private static final List<String> ORDER =
            List.of("library", "packages", "let", "check", "verb");

    private final boolean strict;
    private final Terms shared = Terms.shared();
    private final List<Library> libraries = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private Terms terms = shared;
    private int step;
    private String library = "";
    private List<String> packages = List.of();
    private List<Api> apis = new ArrayList<>();
    private Map<String, List<Api>> byName = new LinkedHashMap<>();

    private Catalogue(boolean strict) {
        this.strict = strict;
    }

    /**
     * Reads a text that tests have read strictly, and leaves out the costly checks: whether rows
     * are tidy and whether an entry hides another one.
     *
     * @param source what messages call the text
     * @throws IllegalArgumentException with the line, when something cannot be understood
     */
    static List<Library> read(String source, String text) {
        return new Catalogue(false).all(source, Line.read(source, text));
    }

    /**
     * @param source what messages call the text
     * @throws IllegalArgumentException with the line, when something is odd
     */
    static List<Library> readStrictly(String source, String text) {
        Line.checkTidy(source, text);
        return new Catalogue(true).all(source, Line.read(source, text));
    }

    private List<Library> all(String source, List<Line> lines) {
        lines.forEach(this::take);
        Line last = lines.isEmpty() ? new Line(source, 1, List.of()) : lines.getLast();
        end(last);
        checkUsed(last, shared);
        return List.copyOf(libraries);
    }

    private void take(Line line) {
        Optional<Use> use = Use.of(line.word(0));
        int place = use.isPresent() ? ORDER.size() - 1 : ORDER.indexOf(line.word(0));
        line.check(place >= 0, "has an unknown " + line.word(0));
        line.check(place == 0 || place >= step, "stands too late");
        line.check(!library.isEmpty() || !List.of(1, 4).contains(place), "is of no library");
        switch (ORDER.get(place)) {
            case "library" -> begin(line);
            case "packages" -> packages(line);
            case "let" -> terms.let(line);
            case "check" -> terms.group(line);
            default -> offers(use.orElseThrow(), line);
        }
        step = place;
    }

    private void begin(Line line) {
        if (!library.isEmpty()) {
            end(line);
        }
        library = String.join(" ", line.from(1));
        line.check(names.add(library), "is there already");
        packages = List.of();
        apis = new ArrayList<>();
        byName = new LinkedHashMap<>();
        terms = shared.ofLibrary();
    }

    private void end(Line line) {
        line.check(!apis.isEmpty(), "comes before anything is said of the library " + library);
        checkUsed(line, terms);
        libraries.add(new Library(library, packages, apis));
    }

    private static void checkUsed(Line line, Terms terms) {
        line.check(terms.unused().isEmpty(), "comes before the use of " + terms.unused());
    }

    private void packages(Line line) {
        line.check(packages.isEmpty(), "stands too late");
        packages = line.from(1);
        line.check(packages.stream().distinct().count() == packages.size(), "names one twice");
    }

    private void offers(Use use, Line line) {
        List<String> paths = terms.expand(line, line.word(1));
        Attributes attributes = new Attributes(line, terms);
        Optional<Where> key = attributes.key();
        line.check(use != Use.KEY || key.isPresent(), "takes no key");
        List<Check> notIf = attributes.checks("not-if", false);
        List<Check> unverifiedIf = attributes.checks("unverified-if", false);
        List<Check> weakIf = attributes.checks("weak-if", true);
        Optional<Use> unless = attributes.unless();
        for (String one : paths) {
            Path path = Path.read(line, one);
            List<Check> weak = weakIf.stream().map(check -> check.of(path.last())).toList();
            add(new Api(library, path, use, key, notIf, unverifiedIf, weak, unless), line);
        }
    }

    private void add(Api api, Line line) {
        if (strict) {
            checkReached(api, line);
        }
        apis.add(api);
    }

    private void checkReached(Api api, Line line) {
        List<Api> before = byName.computeIfAbsent(api.name(), _ -> new ArrayList<>());
        for (Api one : before) {
            if (one.notIf().isEmpty() && one.path().fitsAllOf(api.path())) {
                throw line.wrong("is never reached, because of " + String.join(".", one.parts()));
            }
        }
        before.add(api);
    }
}
