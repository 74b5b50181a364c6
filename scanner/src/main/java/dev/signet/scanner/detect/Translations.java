package dev.signet.scanner.detect;

import dev.signet.scanner.words.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells files with the texts of an interface: a text about the secret is no secret. */
final class Translations {

    private static final Set<String> FOLDERS =
            WordList.set(
                    """
                    locales locale lang langs languages i18n l10n translations translation
                    """);

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[a-z]{2,4})?");

    private static final Set<String> EXTENSIONS =
            Set.of("js", "ts", "py", "go", "rb", "rs", "cs", "kt", "sh", "tf", "md");

    private Translations() {}

    /** {@code config/locales/de.yml}, {@code lang/en/auth.php}, {@code i18n/messages_fr.json}. */
    static boolean holds(String path) {
        List<String> parts = Arrays.asList(path.toLowerCase(Locale.ROOT).split("/", 64));
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (FOLDERS.contains(parts.get(i))
                    && parts.subList(i + 1, parts.size()).stream()
                            .anyMatch(Translations::namesLanguage)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesLanguage(String name) {
        return Arrays.stream(name.split("[._]", 16))
                .anyMatch(word -> LANGUAGE.matcher(word).matches() && !EXTENSIONS.contains(word));
    }
}
