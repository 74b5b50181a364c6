package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a condition on the authority's answer means when it holds. */
enum Outcome {
    SUCCESS,
    FAILURE;

    private static final Set<String> BAD =
            WordList.set(
                    """
                    err error e ex invalid failed fail failure unavailable none null nil false down
                    timeout expired nothing rejected refused exception inactive empty missing absent
                    denied undefined blank left
                    """);

    private static final Set<String> GOOD =
            WordList.set(
                    """
                    ok some valid true success right 200 active accepted verified just successful
                    """);

    static Outcome of(Expression condition, Set<String> answers) {
        return switch (condition) {
            case Expression.Operation operation -> ofOperation(operation, answers);
            case Expression.Other other when other.parts().size() == 1 ->
                    of(other.parts().getFirst(), answers);
            case Expression.Either either ->
                    of(either.first(), answers) == FAILURE
                                    || of(either.second(), answers) == FAILURE
                            ? FAILURE
                            : SUCCESS;
            case Expression.Call call
                    when call.arguments().stream()
                            .anyMatch(a ->
                                    a.value() instanceof Expression.Name name
                                            && ofWords(name.id()) == FAILURE) ->
                    FAILURE;
            default -> ofWords(Names.last(condition));
        };
    }

    private static Outcome ofOperation(Expression.Operation operation, Set<String> answers) {
        List<Expression> operands = operation.operands();
        return switch (operation.operator()) {
            case "!", "not" -> flip(of(operands.getFirst(), answers));
            case "==", "===", "is" ->
                    isNothing(operands)
                            ? flip(of(operands.getFirst(), answers))
                            : isBad(operands) ? FAILURE : of(operands.getFirst(), answers);
            case "!=", "!==", "is not" ->
                    isNothing(operands)
                            ? of(operands.getFirst(), answers)
                            : isBad(operands) ? SUCCESS : flip(of(operands.getFirst(), answers));
            case ">=", ">" -> isStatus(operands) ? FAILURE : SUCCESS;
            case "&&" ->
                    operands.stream().anyMatch(o -> of(o, answers) == FAILURE) ? FAILURE : SUCCESS;
            default -> SUCCESS;
        };
    }

    private static boolean isStatus(List<Expression> operands) {
        return operands.stream()
                .anyMatch(o ->
                        o instanceof Expression.Digits digits
                                && digits.digits().compareTo("300") >= 0);
    }

    /** Compared with nothing or with false. */
    private static boolean isNothing(List<Expression> operands) {
        return operands.size() == 2
                && (operands.get(1) instanceof Expression.Nothing
                        || (operands.get(1) instanceof Expression.Truth truth && !truth.value()));
    }

    /** Compared with a word for bad. */
    private static boolean isBad(List<Expression> operands) {
        if (operands.size() != 2) {
            return false;
        }
        Expression other = operands.get(1);
        return switch (other) {
            case Expression.Text text -> ofWords(text.value()) == FAILURE;
            case Expression.Digits digits -> digits.digits().compareTo("300") >= 0;
            default -> ofWords(Names.last(other)) == FAILURE;
        };
    }

    private static Outcome flip(Outcome outcome) {
        return outcome == SUCCESS ? FAILURE : SUCCESS;
    }

    private static Outcome ofWords(String name) {
        return Words.of(name).stream().anyMatch(BAD::contains) ? FAILURE : SUCCESS;
    }

    /** The default is what is left when no good case came before. */
    static Outcome ofPattern(String pattern) {
        List<String> words = Words.of(pattern.toLowerCase(Locale.ROOT));
        return words.stream().anyMatch(GOOD::contains) && words.stream().noneMatch(BAD::contains)
                ? SUCCESS
                : FAILURE;
    }
}
