package dev.signet.chat.assistant;

import java.util.List;

/** Words that, when all of them are there, speak for an intent. */
record Signal(Intent intent, int score, List<String> words) {

    /**
     * @param words normal forms, separated by blanks
     */
    static Signal of(Intent intent, int score, String words) {
        List<String> normal = List.of(words.split(" ", -1));
        for (String word : normal) {
            if (!Words.same(word).equals(word)) {
                throw new IllegalArgumentException(word + " is never seen, its normal form is");
            }
        }
        return new Signal(intent, score, normal);
    }
}
