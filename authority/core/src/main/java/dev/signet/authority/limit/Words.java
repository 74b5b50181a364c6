package dev.signet.authority.limit;

import java.util.Set;

/** Short names without spaces, such as permissions and audiences, in sets that stay small. */
public final class Words {

    private static final int COUNT_MAX = 64;
    private static final int LENGTH_MAX = 128;

    private Words() {}

    /**
     * Refuses a set with a word that has a space or a character outside of ASCII, with a long word,
     * or with too many.
     *
     * @param what the set's name in the message
     */
    public static Set<String> checked(String what, Set<String> words) {
        if (words.size() > COUNT_MAX || !words.stream().allMatch(Words::isWord)) {
            throw new IllegalArgumentException(
                    what + ": at most " + COUNT_MAX + " words of 1 to " + LENGTH_MAX);
        }
        return Set.copyOf(words);
    }

    private static boolean isWord(String text) {
        return !text.isEmpty()
                && text.length() <= LENGTH_MAX
                && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
