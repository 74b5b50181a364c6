package dev.signet.scanner.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which argument of a call.
 *
 * @param place from 0; -1 when only its name counts
 * @param name empty when only its place counts
 * @param inside dotted keys inside a map that is given there; empty for the argument itself
 * @param beside whether it is an argument of the call to which the function itself is given
 */
public record Where(int place, String name, String inside, boolean beside) {

    /** Every argument. */
    public static final Where ANY = new Where(-2, "", "", false);

    private static final Pattern FORM = Pattern.compile("(\\^)?(\\d*)(?:/(\\w+))?((?:\\[\\w+])*)");

    /**
     * {@code 1} is the argument at that place, {@code /key} the one with that name, {@code 1/key}
     * either; {@code 0[secret]} an entry of a map there, {@code ^1} an argument beside the function
     * itself as in {@code register(plugin, options)}, and {@code any} every one.
     */
    static Where read(Line line, String text) {
        if (text.equals("any")) {
            return ANY;
        }
        Matcher form = FORM.matcher(text);
        line.check(form.matches(), "has no argument in " + text);
        boolean placed = !form.group(2).isEmpty();
        String name = form.group(3) == null ? "" : form.group(3);
        line.check(placed || !name.isEmpty(), "has no argument in " + text);
        String inside = form.group(4).replace("][", ".").replaceAll("[\\[\\]]", "");
        int place = placed ? Integer.parseInt(form.group(2)) : -1;
        return new Where(place, name, inside, form.group(1) != null);
    }
}
