package dev.signet.chat.workspace;

import dev.signet.chat.run.PlainData;

/** Cuts texts to a number of bytes without cutting a character. */
final class TextLimit {
    private static final String CUT = "…";

    private TextLimit() {}

    static String cut(String text, int bytesMax) {
        if (PlainData.utf8Bytes(text) <= bytesMax) {
            return text;
        }
        int room = bytesMax - PlainData.utf8Bytes(CUT);
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            room -= PlainData.utf8Bytes(text.substring(end, next));
            if (room < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + CUT;
    }
}
