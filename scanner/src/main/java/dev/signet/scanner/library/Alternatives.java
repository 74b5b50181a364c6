package dev.signet.scanner.library;

import java.util.ArrayList;
import java.util.List;

/** What a pattern such as <code>jwt.{,PyJWT.}decode</code> stands for. */
final class Alternatives {

    private static final int MAX = 1_000;

    private Alternatives() {}

    /** In the order of the braces, the first of which changes last; they are not nested. */
    static List<String> of(Line line, String pattern) {
        if (pattern.indexOf('{') < 0) {
            return List.of(pattern);
        }
        List<String> all = List.of("");
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            line.check(close > 0, "has an open brace");
            String inside = pattern.substring(open + 1, close);
            line.check(inside.indexOf('{') < 0, "has a brace inside of braces");
            all = joined(all, pattern.substring(at, open), inside.split(",", -1));
            line.check(all.size() <= MAX, "stands for too many");
            at = close + 1;
        }
        return joined(all, pattern.substring(at), new String[] {""});
    }

    private static List<String> joined(List<String> starts, String middle, String[] ends) {
        List<String> all = new ArrayList<>();
        for (String start : starts) {
            for (String end : ends) {
                all.add(start + middle + end);
            }
        }
        return all;
    }
}
