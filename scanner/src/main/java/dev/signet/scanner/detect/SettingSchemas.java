package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps that say which settings a service reads: {@code z.object({ JWT_SECRET: z.string() })}. */
final class SettingSchemas {

    private static final Set<String> VALIDATORS =
            WordList.set(
                    """
                    zod zod/v4 zod/mini znv joi @hapi/joi yup envalid valibot superstruct
                    @sinclair/typebox elysia io-ts runtypes arktype env-var convict celebrate effect
                    """);

    private final Meaning meaning;
    private final SecretRules rules;

    SettingSchemas(Meaning meaning, SecretRules rules) {
        this.meaning = meaning;
        this.rules = rules;
    }

    void look(Expression.Pairs map, Scope scope) {
        Optional<Expression> byDefault = Optional.empty();
        boolean reads = false;
        for (Expression.Pair pair : map.pairs()) {
            if (!(pair.key() instanceof Expression.Text key)) {
                continue;
            }
            if (SecretNames.isSecret(key.value()) && isValidated(pair.value(), scope)) {
                rules.settingField(key.at());
                defaults(pair.value(), scope);
            }
            if (key.value().equals("default")) {
                byDefault = Optional.of(pair.value());
            }
            if (key.value().equals("env")
                    && pair.value() instanceof Expression.Text name
                    && SecretNames.isSecret(name.value())) {
                rules.settingField(name.at());
                reads = true;
            }
        }
        if (reads) {
            byDefault.ifPresent(value -> rules.hardcoded(value, scope));
        }
    }

    private boolean isValidated(Expression value, Scope scope) {
        Expression root = value;
        boolean called = false;
        while (true) {
            if (root instanceof Expression.Call call) {
                called = true;
                root = call.callee();
            } else if (root instanceof Expression.Member member) {
                root = member.object();
            } else {
                break;
            }
        }
        List<Value.Symbol> symbols = meaning.symbols(root, scope);
        return called && symbols.stream().anyMatch(SettingSchemas::isValidator);
    }

    private static boolean isValidator(Value.Symbol symbol) {
        String path = symbol.plainPath();
        int dot = path.indexOf('.');
        return symbol.imported() && VALIDATORS.contains(dot < 0 ? path : path.substring(0, dot));
    }

    /** {@code z.string().default("secret")}, {@code str({ default: "secret" })}. */
    private void defaults(Expression value, Scope scope) {
        Expression at = value;
        while (at instanceof Expression.Call call) {
            boolean isDefault = Names.last(call.callee()).equals("default");
            for (Expression.Argument argument : call.arguments()) {
                if (isDefault) {
                    rules.hardcoded(argument.value(), scope);
                } else if (argument.value() instanceof Expression.Pairs options) {
                    options.pairs().stream()
                            .filter(p ->
                                    p.key() instanceof Expression.Text key
                                            && Set.of("default", "devDefault")
                                                    .contains(key.value()))
                            .forEach(p -> rules.hardcoded(p.value(), scope));
                }
            }
            at =
                    call.callee() instanceof Expression.Member member
                            ? member.object()
                            : call.callee();
        }
    }
}
