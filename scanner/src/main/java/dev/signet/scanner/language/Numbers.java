package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.source.Span;
import java.math.BigInteger;
import java.util.List;

/** Literal numbers as sources write durations: {@code 60 * 60 * 24L}. */
final class Numbers {

    private static final int DIGITS_MAX = 18;

    private Numbers() {}

    /** Without separators and marks of the type. */
    static String plain(String literal) {
        String digits = literal.replace("_", "");
        return digits.matches("\\d+[lL]") ? digits.substring(0, digits.length() - 1) : digits;
    }

    static boolean areDigits(Expression left, Expression right) {
        return left instanceof Expression.Digits && right instanceof Expression.Digits;
    }

    /** The product of two literal numbers, or the operation when they are none. */
    static Expression product(Span at, Expression left, Expression right) {
        if (left instanceof Expression.Digits a
                && right instanceof Expression.Digits b
                && isSmall(a.digits())
                && isSmall(b.digits())) {
            return new Expression.Digits(
                    at, new BigInteger(a.digits()).multiply(new BigInteger(b.digits())).toString());
        }
        return new Expression.Operation(at, "*", List.of(left, right));
    }

    private static boolean isSmall(String digits) {
        return digits.length() <= DIGITS_MAX && digits.matches("\\d+");
    }
}
