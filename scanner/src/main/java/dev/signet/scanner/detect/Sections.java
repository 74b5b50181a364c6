package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells names of settings that stand in two places: {@code config.GetSection("Jwt")["Key"]}, {@code
 * config('jwt')['secret']}, {@code jwtOptions.Key}.
 */
final class Sections {

    private static final int DEPTH_MAX = 6;

    private final Meaning meaning;

    Sections(Meaning meaning) {
        this.meaning = meaning;
    }

    /** Whether a key is the secret's in what an expression gives. */
    boolean isSecretIn(Expression object, String key, Scope scope) {
        if (!SecretNames.saysPart(key)) {
            return false;
        }
        List<String> sections = new ArrayList<>();
        collect(object, scope, sections, 0);
        return sections.stream().anyMatch(section -> isSecret(section, key));
    }

    /**
     * {@code JwtSettings} and {@code Secret}; what says only that it is settings does not count.
     */
    static boolean isSecret(String section, String key) {
        List<String> words = new ArrayList<>(Words.of(section));
        words.removeIf(Environment::isPlace);
        return !words.isEmpty()
                && Words.of(key).size() <= 3
                && !SecretNames.isSecret(String.join("_", Words.of(section)))
                && SecretNames.isSecret(String.join("_", words) + "_" + key);
    }

    private void collect(Expression object, Scope scope, List<String> into, int depth) {
        if (depth > DEPTH_MAX) {
            return;
        }
        switch (object) {
            case Expression.Index index -> constants(index.key(), scope, into);
            case Expression.Call call -> called(call, scope, into, depth);
            case Expression.Member member -> {
                if (Environment.isPlace(member.name()) || isOfPlace(member.object(), scope)) {
                    into.add(member.name());
                }
                origins(member, scope, into, depth);
            }
            case Expression.Name name -> {
                if (Environment.isPlace(name.id())) {
                    into.add(name.id());
                }
                origins(name, scope, into, depth);
            }
            default -> {}
        }
    }

    private boolean isOfPlace(Expression object, Scope scope) {
        return Environment.isPlace(Names.last(object))
                || meaning.symbols(object, scope).stream()
                        .anyMatch(s -> s.imported() && Environment.isPlace(s.lastName()));
    }

    private void called(Expression.Call call, Scope scope, List<String> into, int depth) {
        boolean gets = Environment.gets(Names.last(call.callee()));
        if (gets && !call.arguments().isEmpty()) {
            constants(call.arguments().getFirst().value(), scope, into);
        } else if (call.callee() instanceof Expression.Member member) {
            collect(member.object(), scope, into, depth + 1);
        }
    }

    private void constants(Expression key, Scope scope, List<String> into) {
        meaning.constants(key, scope).forEach(constant -> into.add(constant.text()));
    }

    /** Where a variable comes from, or which settings its type says that it is. */
    private void origins(Expression variable, Scope scope, List<String> into, int depth) {
        for (Value.Symbol symbol : meaning.symbols(variable, scope)) {
            for (String part : symbol.path().split("\\.", -1)) {
                if (part.endsWith("()") && Environment.isPlace(part)) {
                    into.add(part.replace("()", ""));
                }
            }
            Optional<Value.Origin> origin = symbol.origin();
            if (origin.isPresent() && origin.get().expression() != variable) {
                collect(origin.get().expression(), origin.get().scope(), into, depth + 1);
            }
        }
    }
}
