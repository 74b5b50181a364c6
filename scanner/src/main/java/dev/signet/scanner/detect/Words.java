package dev.signet.scanner.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a name, however it is written: {@code jwtSecretKey}, {@code JWT_SECRET_KEY}. */
public final class Words {

    private static final int KNOWN_MAX = 8_192;
    private static final int KNOWN_LENGTH_MAX = 64;

    /** Programs say few names often; emptied when full. */
    private static final ThreadLocal<Map<String, List<String>>> KNOWN =
            ThreadLocal.withInitial(LinkedHashMap::new);

    private Words() {}

    /** In small letters and in their order. */
    public static List<String> of(String name) {
        if (name.length() > KNOWN_LENGTH_MAX) {
            return split(name);
        }
        Map<String, List<String>> known = KNOWN.get();
        List<String> words = known.get(name);
        if (words == null) {
            if (known.size() >= KNOWN_MAX) {
                known.clear();
            }
            words = List.copyOf(split(name));
            known.put(name, words);
        }
        return words;
    }

    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                end(word, words);
                continue;
            }
            if (beginsWord(name, i)) {
                end(word, words);
            }
            word.append(c);
        }
        end(word, words);
        return words;
    }

    /** A capital behind a small letter, or before one. */
    private static boolean beginsWord(String name, int i) {
        if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterSmall = Character.isLowerCase(name.charAt(i - 1));
        boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return afterSmall || (Character.isUpperCase(name.charAt(i - 1)) && beforeSmall);
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }
}
