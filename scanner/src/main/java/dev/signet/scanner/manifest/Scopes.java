package dev.signet.scanner.manifest;

import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells what is only needed to build and to test. */
final class Scopes {

    private static final Set<String> DEVELOPMENT =
            WordList.set(
                    """
                    dev develop development test tests testing lint linting docs doc typing bench
                    benchmark e2e qa mypy format
                    """);

    private Scopes() {}

    /** Whether a group, a file or a configuration of that name is one of those. */
    static boolean isDevelopment(String name) {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", 16));
        return words.stream().anyMatch(DEVELOPMENT::contains);
    }
}
