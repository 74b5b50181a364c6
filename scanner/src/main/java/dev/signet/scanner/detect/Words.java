package dev.signet.scanner.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a name, however it is written: {@code jwtSecretKey}, {@code JWT_SECRET_KEY}. */
public final class Words {

    private Words() {}

    /** In small letters and in their order. */
    public static List<String> of(String name) {
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
