package dev.signet.scanner.words;

import java.util.List;
import java.util.Set;

/** Words that are written one behind the other, with blanks or line ends between them. */
public final class WordList {

    private WordList() {}

    /** The words in their order. */
    public static List<String> list(String words) {
        return List.of(words.strip().split("\\s+"));
    }

    /**
     * The words without an order.
     *
     * @throws IllegalArgumentException when one stands there twice
     */
    public static Set<String> set(String words) {
        return Set.of(words.strip().split("\\s+"));
    }
}
