package dev.signet.scanner.settings;

import dev.signet.scanner.tree.Glob;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Works out under which names the authority's folders are imported. */
final class AuthorityModules {

    /** A shorter name without two words is one that others have, too. */
    private static final int TELLING_LENGTH = 8;

    /** Words that anybody calls a package. */
    private static final Set<String> GENERAL =
            WordList.set(
                    """
                    authority authorities authenticate authentication authenticator authorization
                    authorizer unauthorized
                    """);

    /** What stands above the packages of a source tree. */
    private static final List<String> SOURCE_ROOTS =
            List.of("src/main/java/", "src/main/kotlin/", "src/main/scala/", "src/");

    private AuthorityModules() {}

    static Set<String> of(List<Glob> globs) {
        Set<String> modules = new TreeSet<>();
        for (Glob glob : globs) {
            List<String> folders = literal(inSource(glob.text()));
            if (folders.isEmpty()) {
                continue;
            }
            if (folders.size() > 1) {
                modules.add(String.join(".", folders));
            }
            String last = folders.getLast();
            if (isTelling(last)) {
                modules.add(last);
            }
        }
        return modules;
    }

    private static String inSource(String glob) {
        String path = glob.replaceFirst("^(\\./|/)+", "");
        for (String root : SOURCE_ROOTS) {
            int at = ("/" + path).indexOf("/" + root);
            if (at >= 0) {
                return path.substring(at + root.length());
            }
        }
        return path;
    }

    /** The folders before the first wildcard, as imports spell them. */
    private static List<String> literal(String path) {
        List<String> folders = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.indexOf('*') >= 0 || part.indexOf('?') >= 0) {
                break;
            }
            int dot = part.lastIndexOf('.');
            folders.add((dot > 0 ? part.substring(0, dot) : part).replace('-', '_'));
        }
        return folders;
    }

    private static boolean isTelling(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.contains("auth")
                && !GENERAL.contains(small)
                && (name.length() >= TELLING_LENGTH || name.indexOf('_') >= 0);
    }
}
