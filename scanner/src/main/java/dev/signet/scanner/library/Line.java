package dev.signet.scanner.library;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a catalogue: a line together with the ones that go on from it.
 *
 * @param source the name of the text
 * @param number of the first line, from 1
 * @param words at least one
 */
record Line(String source, int number, List<String> words) {

    private static final String GOES_ON = "    ";

    Line {
        words = List.copyOf(words);
    }

    private static Line of(String source, int number, String text) {
        return new Line(source, number, List.of(text.split(" ", -1)));
    }

    /**
     * The statements of a text, without comments and empty lines. A line that begins with four
     * blanks goes on from the one before it.
     *
     * @throws IllegalArgumentException when the text is not tidy
     */
    static List<Line> read(String source, String text) {
        String[] rows = text.split("\n", -1);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            String odd = odd(rows, i);
            if (!odd.isEmpty()) {
                throw of(source, i + 1, rows[i]).wrong(odd);
            }
            if (rows[i].isEmpty() || rows[i].startsWith("#")) {
                continue;
            }
            int first = i;
            StringBuilder whole = new StringBuilder(rows[i]);
            while (rows[i + 1].startsWith(GOES_ON) && odd(rows, i + 1).isEmpty()) {
                i++;
                whole.append(rows[i - 1].endsWith(",") ? "" : " ").append(rows[i].strip());
            }
            lines.add(of(source, first + 1, whole.toString()));
        }
        return lines;
    }

    /** What is untidy about a row; empty when nothing is. */
    private static String odd(String[] rows, int at) {
        String row = rows[at];
        boolean first = at == 0 || rows[at - 1].isEmpty();
        if (row.isEmpty()) {
            return first ? "is an empty line too many" : "";
        }
        if (at == rows.length - 1) {
            return "has no end of line";
        }
        if (row.endsWith(" ") || row.stripLeading().contains("  ")) {
            return "has blanks at its end or two in a row";
        }
        if (row.startsWith("#")) {
            return row.startsWith("# ") ? plain(row) : "is no comment: it lacks a blank";
        }
        if (!row.startsWith(" ")) {
            return plain(row);
        }
        boolean follows = !first && !rows[at - 1].startsWith("#");
        boolean four = row.startsWith(GOES_ON) && row.charAt(GOES_ON.length()) != ' ';
        return follows && four ? plain(row) : "goes on from nothing, or not with four blanks";
    }

    private static String plain(String row) {
        for (int i = 0; i < row.length(); i++) {
            if (row.charAt(i) < ' ' || row.charAt(i) > '~') {
                return "has a character that is not plain";
            }
        }
        return "";
    }

    /** The same place with other words. */
    Line as(String text) {
        return of(source, number, text);
    }

    String text() {
        return String.join(" ", words);
    }

    /** The word at that place, from 0. */
    String word(int place) {
        check(words.size() > place, "ends too early");
        return words.get(place);
    }

    /** The words from that place on, of which there is at least one. */
    List<String> from(int place) {
        check(words.size() > place, "ends too early");
        return words.subList(place, words.size());
    }

    void check(boolean right, String what) {
        if (!right) {
            throw wrong(what);
        }
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(source + ":" + number + " " + what + ": " + text());
    }
}
