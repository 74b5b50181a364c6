package dev.signet.scanner.library;

import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.meaning.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Something that the arguments of a call may show.
 *
 * @param because what it means, as the end of a sentence
 */
public record Check(Predicate<Arguments> holds, String because) {

    /** The argument is literally false. */
    public static Check isFalse(Where where, String because) {
        return new Check(a -> has(a.values(where), new Value.Truth(false)), because);
    }

    /** The argument is literally true. */
    public static Check isTrue(Where where, String because) {
        return new Check(a -> has(a.values(where), new Value.Truth(true)), because);
    }

    /** The argument is literally nothing, and nothing else at another time. */
    public static Check isNothing(Where where, String because) {
        return new Check(a -> isOnly(a.values(where), new Value.Nothing()), because);
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

    /** One of the arguments is a call of that name for which another check holds. */
    public static Check given(String option, Check check) {
        return new Check(a -> a.calls(option).stream().anyMatch(check.holds()), check.because());
    }

    /** In any case. */
    public static Check always(String because) {
        return new Check(_ -> true, because);
    }

    /** At least so many arguments are given. */
    public static Check hasArguments(int count) {
        return new Check(a -> a.count() >= count, "has other arguments");
    }

    /** The argument is a function that does nothing but answer true. */
    public static Check answersTrue(Where where, String because) {
        return new Check(a -> a.functions(where).stream().anyMatch(Check::isYes), because);
    }

    private static boolean isYes(Function function) {
        return !function.body().statements().isEmpty()
                && function.body().statements().getLast() instanceof Statement.Return back
                && back.value().isPresent()
                && back.value().get() instanceof Expression.Truth truth
                && truth.value()
                && function.body().statements().size() == 1;
    }

    /** The argument is a function that calls nothing with one of those words in its name. */
    public static Check isOwnWithout(Where where, String word, String other, String because) {
        return new Check(
                a -> a.functions(where).stream().anyMatch(f -> !calls(f, word) && !calls(f, other)),
                because);
    }

    private static boolean calls(Function function, String word) {
        return Children.calls(function.body()).stream()
                .map(call -> call.callee().toString().toLowerCase(Locale.ROOT))
                .anyMatch(callee -> callee.contains(word));
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

    /** The argument is a number of seconds, or a span of time, above that many. */
    public static Check isLongerThan(Where where, long seconds, String because) {
        return new Check(a -> a.seconds(where).stream().anyMatch(s -> s > seconds), because);
    }

    private static boolean isOnly(List<Value> values, Value wanted) {
        return !values.isEmpty() && values.stream().allMatch(wanted::equals);
    }

    private static boolean has(List<Value> values, Value wanted) {
        return values.contains(wanted);
    }
}
