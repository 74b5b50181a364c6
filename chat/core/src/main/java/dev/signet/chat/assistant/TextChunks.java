package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces for streaming; together they are the text again. */
final class TextChunks {
    private static final int CHARS_MIN = 24;
    private static final int PIECES_MAX = 40;

    private TextChunks() {}

    /** At most about {@value #PIECES_MAX} pieces, each ending before a word. */
    static List<String> of(String text) {
        int size = Math.max(CHARS_MIN, text.length() / PIECES_MAX);
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = afterBlank(text, Math.min(text.length(), begin + size));
            pieces.add(text.substring(begin, end));
            begin = end;
        }
        return pieces;
    }

    private static int afterBlank(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end - 1))) {
            end++;
        }
        return end;
    }
}
