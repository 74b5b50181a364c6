package dev.signet.scanner.library;

import dev.signet.scanner.meaning.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Something that the arguments of a call may show.
 *
 * @param because what it means, as the end of a sentence
 */
public record Check(Predicate<Arguments> holds, String because) {

    private static final Set<String> ENDLESS =
            Set.of("MAX_VALUE", "ofDays", "days", "DAYS", "INFINITE");

    /** The argument is literally false. */
    public static Check isFalse(Where where, String because) {
        return new Check(a -> has(a.values(where), new Value.Truth(false)), because);
    }

    /** The argument is literally true. */
    public static Check isTrue(Where where, String because) {
        return new Check(a -> has(a.values(where), new Value.Truth(true)), because);
    }

    /** The argument is literally nothing. */
    public static Check isNothing(Where where, String because) {
        return new Check(a -> has(a.values(where), new Value.Nothing()), because);
    }

    /** The argument is not given. */
    public static Check isMissing(Where where, String because) {
        return new Check(a -> a.lacks(where), because);
    }

    /** One of the argument's texts is that one, in any case of letters. */
    public static Check mentions(Where where, String text, String because) {
        return new Check(
                a -> a.texts(where).stream().anyMatch(t -> t.equalsIgnoreCase(text)), because);
    }

    /** The algorithm may be {@code none}. */
    public static Check allowsNone(Where where) {
        return new Check(
                a ->
                        a.texts(where).stream()
                                .map(text -> text.toLowerCase(Locale.ROOT))
                                .anyMatch(text -> text.equals("none") || text.isEmpty()),
                "accepts the algorithm none");
    }

    /** The argument is a literal number above that one, or said to be as big as can be. */
    public static Check isAbove(Where where, long max, String because) {
        return new Check(
                a ->
                        a.values(where).stream().anyMatch(v -> isAbove(v, max))
                                || a.texts(where).stream().anyMatch(ENDLESS::contains),
                because);
    }

    /** The argument is a function that does nothing, or only says yes by a call of that name. */
    public static Check doesNothing(Where where, String yes, String because) {
        return new Check(
                a ->
                        a.functions(where).stream()
                                .anyMatch(f ->
                                        f.body().statements().isEmpty() || a.givesOnly(f, yes)),
                because);
    }

    private static boolean isAbove(Value value, long max) {
        return value instanceof Value.Digits digits
                && digits.digits().matches("\\d{1,18}")
                && Long.parseLong(digits.digits()) > max;
    }

    private static boolean has(List<Value> values, Value wanted) {
        return values.contains(wanted);
    }
}
