package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.allowsNone;
import static dev.signet.scanner.library.Check.isTrue;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Value;
import java.util.Optional;

/** What the options of JavaScript's libraries may leave out. */
final class JavaScriptChecks {

    private static final int LEEWAY_SECONDS_MAX = 600;

    private JavaScriptChecks() {}

    /** The options that all libraries took over from {@code jsonwebtoken}. */
    static Check[] loosens(Where options) {
        return new Check[] {
            allowsNone(options.key("algorithms")),
            isTrue(options.key("ignoreExpiration"), "ignores the expiry"),
            isTrue(options.key("ignoreNotBefore"), "ignores when it begins"),
            isTrue(
                    options.key("allowInvalidAsymmetricKeyTypes"),
                    "accepts keys that do not fit the algorithm"),
            isAbsurd(options.key("clockTolerance"), LEEWAY_SECONDS_MAX)
        };
    }

    /** The key is written there as nothing: {@code verify(token, null)}. */
    static Check hasNoKey(Where key) {
        return new Check(
                arguments -> {
                    Optional<Value.Origin> given = arguments.find(key);
                    return given.isPresent()
                            && switch (given.get().expression()) {
                                case Expression.Nothing _ -> true;
                                case Expression.Truth truth -> !truth.value();
                                case Expression.Text text -> text.value().isEmpty();
                                default -> false;
                            };
                },
                "has no key");
    }

    /** A leeway that keeps tokens alive long behind their expiry. */
    static Check isAbsurd(Where leeway, int max) {
        return new Check(
                arguments ->
                        arguments.values(leeway).stream()
                                .anyMatch(value ->
                                        value instanceof Value.Digits digits
                                                && isMore(digits.digits(), max)),
                "accepts tokens long behind their expiry");
    }

    private static boolean isMore(String digits, int max) {
        String plain = digits.replace("_", "");
        return plain.matches("\\d{1,12}") && Long.parseLong(plain) > max;
    }
}
