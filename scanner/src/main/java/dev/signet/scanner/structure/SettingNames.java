package dev.signet.scanner.structure;

import dev.signet.scanner.detect.SecretNames;
import dev.signet.scanner.detect.Words;
import dev.signet.scanner.setting.Place;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells settings that are the secret, by their name and where they stand. */
final class SettingNames {

    /** Words that say where, not what. */
    private static final Set<String> NEUTRAL =
            WordList.set(
                    """
                    settings setting options option config configuration bearer auth authentication
                    authorization security app application value default core api my data literal
                    parameters parameter params
                    """);

    /** Words of what belongs to the secret and is something else. */
    private static final Set<String> OTHER =
            WordList.set(
                    """
                    existing title format example examples doc docs help comment policy permission
                    permissions role group action resource mount volume namespace placeholder display
                    kind tags encoding base64encoded is use create refresh_interval identifier no rule
                    rules lint hint
                    """);

    private static final Set<String> LAST_WORDS =
            WordList.set(
                    """
                    secret secrets key passphrase signingkey secretkey private signing value default
                    hmac symmetric string data privatekey
                    """);

    private SettingNames() {}

    /** Whether an entry of that name is the secret. */
    static boolean isSecret(String name) {
        if (name.length() > 120 || name.indexOf('{') >= 0 || name.indexOf('$') >= 0) {
            return false;
        }
        List<String> words = Words.of(name);
        if (!Collections.disjoint(words, OTHER)) {
            return false;
        }
        return SecretNames.isSecret(name) || SecretNames.isSecret(plain(words));
    }

    /** Without what is said beside. */
    private static String plain(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean issuerOfKey =
                    words.get(i).equals("issuer")
                            && i + 1 < words.size()
                            && words.get(i + 1).equals("signing");
            if (!issuerOfKey && !NEUTRAL.contains(words.get(i))) {
                kept.add(words.get(i));
            }
        }
        return String.join("_", kept);
    }

    /** Whether the entry is the secret, with the names of the groups that it is in. */
    static boolean isSecret(Place place, String name) {
        String last = lastPart(name);
        if (isSecret(last) || isSecretPath(name)) {
            return true;
        }
        List<String> words = Words.of(last);
        if (words.isEmpty() || words.size() > 3 || Collections.disjoint(words, LAST_WORDS)) {
            return false;
        }
        for (int count = 1; count <= 3; count++) {
            List<String> outer = place.last(count);
            String group = String.join(".", outer);
            if (outer.size() == count && isSecret(group + "." + name)) {
                return !(name.equals("key") && isSecret(group));
            }
        }
        return isMicronaut(place, name);
    }

    /** {@code jwt.signing.secret} at the end of a longer path. */
    private static boolean isSecretPath(String name) {
        int from = name.length();
        for (int parts = 1; parts <= 4 && from > 0; parts++) {
            from = Math.max(name.lastIndexOf('.', from - 1), name.lastIndexOf(':', from - 1));
            if (isSecret(name.substring(from + 1))) {
                return true;
            }
        }
        return isMicronautPath(name);
    }

    private static boolean isMicronaut(Place place, String name) {
        return isMicronautPath(String.join(".", place.path()) + "." + name);
    }

    private static boolean isMicronautPath(String path) {
        String plain = path.toLowerCase(Locale.ROOT);
        return plain.startsWith("micronaut.security.token.jwt.signatures.")
                && plain.endsWith(".secret");
    }

    /** What stands behind the last dot. */
    static String lastPart(String name) {
        int dot = Math.max(name.lastIndexOf('.'), name.lastIndexOf(':'));
        return name.substring(dot + 1);
    }
}
