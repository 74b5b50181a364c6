package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What functions by which settings are read, set and declared do, as their names say. */
final class Accessors {

    private static final Set<String> DEFAULTING =
            Set.of("orElse", "getOrElse", "unwrap_or", "ifBlank", "ifEmpty", "firstNonNull");

    /** Words of functions that give the first of two things that is there. */
    private static final Set<String> CHOOSING =
            Set.of("else", "default", "coalesce", "first", "or", "fallback");

    private static final Set<String> COLUMNS = Set.of("string", "text", "binary", "column");

    private Accessors() {}

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
