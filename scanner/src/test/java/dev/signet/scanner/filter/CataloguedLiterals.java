package dev.signet.scanner.filter;

import dev.signet.scanner.language.Language;
import dev.signet.scanner.library.Api;
import dev.signet.scanner.library.Libraries;
import dev.signet.scanner.library.Library;
import dev.signet.scanner.manifest.Ecosystem;
import dev.signet.scanner.words.WordList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the catalogues of libraries add to the literals that stand in {@link Literals}. */
final class CataloguedLiterals {

    /** Names that many other things have, too. */
    private static final Set<String> GENERAL =
            WordList.set(
                    """
                    decode encode verify validate create compact serialize deserialize generate
                    authenticate middleware default builder attempt refresh authorize export payload
                    auth guard claims parse token tokens request manager encoder decoder parser login
                    dev com org net
                    """);

    private static final int LENGTH_MIN = 6;

    private CataloguedLiterals() {}

    /** In the order of the alphabet. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (Language language : Language.values()) {
            for (Library library : Libraries.of(language).libraries()) {
                library.packages().forEach(name -> named(name, all));
                library.apis().forEach(api -> offered(api, all));
            }
        }
        for (Ecosystem ecosystem : Ecosystem.values()) {
            ecosystem.libraries().forEach(name -> named(name, all));
        }
        return all;
    }

    /** What manifests call a library. */
    private static void named(String name, Set<String> all) {
        String small = name.toLowerCase(Locale.ROOT);
        String last = small.substring(small.lastIndexOf(':') + 1);
        if (last.length() > 2 && Literals.STRONG.stream().noneMatch(last::contains)) {
            all.add(last);
        }
    }

    /** A name that does not say by itself that it is about tokens is a literal of its own. */
    private static void offered(Api api, Set<String> all) {
        String path = String.join(".", api.parts()).toLowerCase(Locale.ROOT);
        if (Literals.STRONG.stream().anyMatch(path::contains)) {
            return;
        }
        telling(api.parts()).ifPresent(all::add);
    }

    /**
     * The name of what is called, or the longest part where that is a name of many things; empty
     * where all parts are: such a file is only looked at when it says more.
     */
    static Optional<String> telling(List<String> parts) {
        String last = parts.getLast().replace("*", "").toLowerCase(Locale.ROOT);
        if (last.length() >= LENGTH_MIN && !GENERAL.contains(last)) {
            return Optional.of(last);
        }
        return parts.stream()
                .map(part -> part.replace("*", "").toLowerCase(Locale.ROOT))
                .filter(part -> part.length() > 2 && !GENERAL.contains(part))
                .max(Comparator.comparingInt(String::length));
    }
}
