package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What functions by which settings are read, set and declared do, as their names say. */
final class Accessors {

    private static final Set<String> DEFAULTING =
            Set.of("orElse", "getOrElse", "unwrap_or", "ifBlank", "ifEmpty", "firstNonNull");

    /** Words of functions that give the first of two things that is there. */
    private static final Set<String> CHOOSING =
            Set.of("else", "default", "coalesce", "first", "or", "fallback");

    private static final Set<String> COLUMNS = Set.of("string", "text", "binary", "column");

    /** What places of settings call the reading of a text. */
    private static final Set<String> TYPED =
            Set.of("str", "pop", "asString", "getString", "string", "json", "list", "bytes");

    private static final Set<String> FIELDS = Set.of("Field", "field", "attrib", "ib", "Secret");

    private Accessors() {}

    /** {@code env.str("JWT_SECRET_KEY")}. */
    static boolean getTyped(String method) {
        return TYPED.contains(method);
    }

    /** {@code jwt_secret: str = Field("dev", alias=…)}. */
    static boolean declareField(Expression callee) {
        return FIELDS.contains(Names.last(callee));
    }

    /** What a declared field is when nothing sets it. */
    static Optional<Expression> defaultOf(Expression.Call declaration) {
        List<Expression.Argument> arguments = declaration.arguments();
        return arguments.stream()
                .filter(a -> a.name().equals("default"))
                .findFirst()
                .or(() -> arguments.stream().limit(1).filter(a -> a.name().isEmpty()).findFirst())
                .map(Expression.Argument::value);
    }

    /** {@code read.orElse("dev")}. */
    static boolean giveDefault(String function) {
        return DEFAULTING.contains(function);
    }

    /** {@code requireNonNullElse(read, "dev")}. */
    static boolean choose(String function) {
        return !Collections.disjoint(Words.of(function), CHOOSING);
    }

    /** Whether an argument of that name, which may be empty, stands in for what is missing. */
    static boolean isDefault(String argument) {
        String name = argument.toLowerCase(Locale.ROOT);
        return name.isEmpty()
                || name.contains("default")
                || name.contains("fallback")
                || name.equals("value");
    }

    /** {@code setDefault("jwt.secret", …)}, {@code os.Setenv(…)}. */
    static boolean set(String function) {
        List<String> words = Words.of(function);
        return words.contains("set") || words.contains("setenv") || words.contains("setdefault");
    }

    /** {@code t.string "jwt_secret"} in a schema of Rails. */
    static boolean declareColumn(Expression callee) {
        return callee instanceof Expression.Member member
                && member.object() instanceof Expression.Name table
                && table.id().equals("t")
                && COLUMNS.contains(member.name());
    }

    /** A flag of a command line is declared by making one. */
    static boolean declareFlag(String type) {
        return type.endsWith("Flag");
    }
}
