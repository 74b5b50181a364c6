package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Modules that are loaded by a call instead of an import. */
final class Modules {

    private static final Set<String> LOADERS =
            Set.of("require", "import", "__import__", "import_module", "importlib.import_module");

    private Modules() {}

    /** The module that a call loads, when its name is known. */
    static Optional<String> required(
            Expression.Call call, Function<Expression, List<Value>> values) {
        if (call.arguments().isEmpty() || !LOADERS.contains(name(call.callee()))) {
            return Optional.empty();
        }
        for (Value value : values.apply(call.arguments().getFirst().value())) {
            if (value instanceof Value.Constant constant && constant.whole()) {
                return Optional.of(constant.text());
            }
        }
        return Optional.empty();
    }

    /** The function that a call gives back in another form: {@code promisify(verify)}. */
    static Optional<Expression> wrapped(Expression.Call call) {
        String name = name(call.callee());
        boolean wraps = name.equals("promisify") || name.endsWith(".promisify");
        return wraps && !call.arguments().isEmpty()
                ? Optional.of(call.arguments().getFirst().value())
                : Optional.empty();
    }

    private static String name(Expression callee) {
        return switch (callee) {
            case Expression.Name name -> name.id();
            case Expression.Member member -> name(member.object()) + "." + member.name();
            default -> "";
        };
    }
}
