package dev.signet.scanner.library;

import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.meaning.Value;
import java.util.List;
import java.util.Locale;

/**
 * Something that the arguments of a call may show.
 *
 * @param given the call among the arguments whose own arguments are meant; empty for the call
 *     itself
 * @param kind what is asked
 * @param where of which argument; {@link Where#ANY} where the kind asks for none
 * @param words what the kind compares with
 * @param because what it means, as the end of a sentence; empty where nobody reads it
 */
public record Check(String given, Kind kind, Where where, List<String> words, String because) {

    /** What can be asked of an argument; what stands in the catalogue behind the name. */
    public enum Kind {
        /** In any case. */
        ALWAYS(0),
        /** The argument is literally false. */
        FALSE(0),
        /** The argument is literally true. */
        TRUE(0),
        /** The argument is literally nothing, and nothing else at another time. */
        NOTHING(0),
        /** The argument is not given. */
        MISSING(0),
        /** The argument is written there as nothing: {@code verify(token, null)}. */
        EMPTY(0),
        /** One of the argument's texts is that word, in any case of letters. */
        MENTIONS(1),
        /** The algorithm may be {@code none}. */
        ALLOWS_NONE(0),
        /** The argument is given, and so are all before it. */
        GIVEN(0),
        /** The argument is a function that does nothing but answer true. */
        ANSWERS_TRUE(0),
        /** The argument is a function that does nothing, or only says yes by a call so named. */
        DOES_NOTHING(1),
        /** The argument is a function that calls nothing with one of these words in its name. */
        CALLS_NONE(2),
        /** The argument is a number of seconds, or a span of time, above that many. */
        LONGER_THAN(1);

        private final int words;

        Kind(int words) {
            this.words = words;
        }

        /** How the catalogue writes it. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** How many words it compares with. */
        int words() {
            return words;
        }

        boolean asksNoArgument() {
            return this == ALWAYS;
        }
    }

    public Check {
        words = List.copyOf(words);
        if (words.size() != kind.words()) {
            throw new IllegalArgumentException(kind + " has " + kind.words() + " words: " + words);
        }
    }

    /** The same of what has that name, which is put in for {@code $name}. */
    Check of(String name) {
        return because.contains("$name")
                ? new Check(given, kind, where, words, because.replace("$name", name))
                : this;
    }

    /** Whether a call's arguments show it. */
    public boolean holds(Arguments arguments) {
        return given.isEmpty()
                ? shows(arguments)
                : arguments.calls(given).stream().anyMatch(this::shows);
    }

    private boolean shows(Arguments arguments) {
        return switch (kind) {
            case ALWAYS -> true;
            case FALSE -> arguments.values(where).contains(new Value.Truth(false));
            case TRUE -> arguments.values(where).contains(new Value.Truth(true));
            case NOTHING -> isOnly(arguments.values(where), new Value.Nothing());
            case MISSING -> arguments.lacks(where);
            case EMPTY -> arguments.find(where).filter(Check::isEmpty).isPresent();
            case MENTIONS -> arguments.texts(where).stream().anyMatch(this::isWord);
            case ALLOWS_NONE -> arguments.texts(where).stream().anyMatch(Check::isNone);
            case GIVEN -> arguments.count() > where.place();
            case ANSWERS_TRUE -> arguments.functions(where).stream().anyMatch(Check::isYes);
            case DOES_NOTHING ->
                    arguments.functions(where).stream().anyMatch(f -> doesNothing(f, arguments));
            case CALLS_NONE -> arguments.functions(where).stream().anyMatch(this::callsNone);
            case LONGER_THAN -> arguments.seconds(where).stream().anyMatch(this::isLonger);
        };
    }

    private static boolean isOnly(List<Value> values, Value wanted) {
        return !values.isEmpty() && values.stream().allMatch(wanted::equals);
    }

    private static boolean isEmpty(Value.Origin given) {
        return switch (given.expression()) {
            case Expression.Nothing _ -> true;
            case Expression.Truth truth -> !truth.value();
            case Expression.Text text -> text.value().isEmpty();
            default -> false;
        };
    }

    private boolean isWord(String text) {
        return text.equalsIgnoreCase(words.getFirst());
    }

    private static boolean isNone(String text) {
        return text.isEmpty() || text.toLowerCase(Locale.ROOT).equals("none");
    }

    private boolean isLonger(long seconds) {
        return seconds > Long.parseLong(words.getFirst());
    }

    private static boolean isYes(Function function) {
        return function.body().statements().size() == 1
                && function.body().statements().getLast() instanceof Statement.Return back
                && back.value().isPresent()
                && back.value().get() instanceof Expression.Truth truth
                && truth.value();
    }

    private boolean doesNothing(Function function, Arguments arguments) {
        return function.body().statements().isEmpty()
                || arguments.givesOnly(function, words.getFirst());
    }

    private boolean callsNone(Function function) {
        return Children.calls(function.body()).stream()
                .map(call -> call.callee().toString().toLowerCase(Locale.ROOT))
                .noneMatch(callee -> words.stream().anyMatch(callee::contains));
    }
}
