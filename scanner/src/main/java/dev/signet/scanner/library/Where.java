package dev.signet.scanner.library;

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

    /** The argument at that place. */
    public static Where at(int place) {
        return new Where(place, "", "", false);
    }

    /** The argument at that place or with that name. */
    public static Where at(int place, String name) {
        return new Where(place, name, "", false);
    }

    /** The argument with that name. */
    public static Where named(String name) {
        return new Where(-1, name, "", false);
    }

    /** The argument at that place beside the function itself: {@code register(plugin, options)}. */
    public static Where beside(int place) {
        return new Where(place, "", "", true);
    }

    /** An entry of a map that is this argument. */
    public Where key(String key) {
        return new Where(place, name, inside.isEmpty() ? key : inside + "." + key, beside);
    }
}
