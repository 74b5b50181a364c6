package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Modules that are loaded by a call instead of an import. */
final class Modules {

    private static final Set<String> LOADERS =
            Set.of("require", "import", "__import__", "import_module");

    /** PHP calls methods of a type by its name in a text. */
    private static final Pattern TYPE = Pattern.compile("\\\\?[A-Z]\\w*(\\\\[A-Z]\\w*)+");

    /** Methods of types that give one of their methods. */
    private static final Set<String> REFLECTING =
            Set.of("getMethod", "getDeclaredMethod", "GetMethod");

    private Modules() {}

    static boolean isType(String text) {
        return text.indexOf('\\') >= 0 && TYPE.matcher(text).matches();
    }

    /** The path of a type whose name stands in a text. */
    static String path(String type) {
        return type.substring(type.startsWith("\\") ? 1 : 0).replace('\\', '.');
    }

    /** The module that a call loads, when its name is known. */
    static Optional<String> required(
            Expression.Call call, Function<Expression, List<Value>> values) {
        String name = name(call.callee());
        boolean loads =
                LOADERS.contains(name)
                        || name.endsWith(".import_module")
                        || name.endsWith(".loadClass")
                        || name.endsWith("Class.forName");
        if (call.arguments().isEmpty() || !loads) {
            return Optional.empty();
        }
        for (Value value : values.apply(call.arguments().getFirst().value())) {
            if (value instanceof Value.Constant constant && constant.whole()) {
                return Optional.of(constant.text());
            }
        }
        return Optional.empty();
    }

    /**
     * What a call gives back in another form: {@code promisify(verify)}, {@code getattr(jwt,
     * "decode")}.
     */
    static Optional<Expression> wrapped(Expression.Call call) {
        String name = name(call.callee());
        if (name.equals("getattr") && call.arguments().size() == 2) {
            return Optional.of(
                    new Expression.Index(
                            call.at(),
                            call.arguments().getFirst().value(),
                            call.arguments().getLast().value()));
        }
        if (call.callee() instanceof Expression.Member member
                && REFLECTING.contains(member.name())
                && !call.arguments().isEmpty()) {
            return Optional.of(
                    new Expression.Index(
                            call.at(), member.object(), call.arguments().getFirst().value()));
        }
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
