package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields that a framework fills with the secret: settings classes and injected values. */
final class SettingFields {

    private static final Set<String> INJECTING =
            WordList.set(
                    """
                    Value ConfigProperty Property Inject ConfigValue Env env Autowire
                    """);

    private static final Pattern PLACE =
            Pattern.compile("[$#]\\{([^}:]+)(?::([^}]*))?}|%env\\((?:\\w+:)*(\\w+)\\)%");

    private final CodeFile file;
    private final SecretRules rules;

    SettingFields(CodeFile file, SecretRules rules) {
        this.file = file;
        this.rules = rules;
    }

    void report() {
        for (CodeFile.Owned<Statement.Assign> assign : file.assigns()) {
            if (assign.scope().kind() == Scope.Kind.TYPE
                    && isSettings(assign)
                    && !isInjected(assign.it())) {
                field(assign.it(), assign.names().getLast(), assign.scope());
            } else if (assign.scope().kind() == Scope.Kind.TYPE && isFilled(assign.it())) {
                filled(assign.it(), assign.names());
            } else if (assign.scope().kind() == Scope.Kind.TYPE && isInjected(assign.it())) {
                assign.it()
                        .value()
                        .filter(Expression.Text.class::isInstance)
                        .ifPresent(value -> rules.hardcoded(value, assign.scope()));
            }
        }
        for (Site site : file.sites()) {
            if (site.annotates() && site.expression() instanceof Expression.Call call) {
                injected(call, site);
            }
        }
    }

    /** {@code class AuthSettings(BaseSettings): jwt_secret_key: str}. */
    private static boolean isSettings(CodeFile.Owned<Statement.Assign> assign) {
        if (assign.names().isEmpty() || assign.it().type().isEmpty()) {
            return false;
        }
        int outer = Math.max(0, assign.names().size() - 2);
        return assign.names().subList(outer, assign.names().size()).stream()
                .map(Words::of)
                .anyMatch(SettingFields::saysSettings);
    }

    /** Its annotation is found to say that it is set to the secret. */
    private static boolean isInjected(Statement.Assign assign) {
        return assign.annotations().stream()
                .filter(Expression.Call.class::isInstance)
                .map(Expression.Call.class::cast)
                .filter(call -> INJECTING.contains(Names.last(call.callee())))
                .flatMap(call -> call.arguments().stream())
                .anyMatch(a ->
                        a.value() instanceof Expression.Text text
                                && SecretNames.isSecret(placed(text.value())));
    }

    /** The name of the setting in a place, or that stands alone. */
    private static String placed(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.find()) {
            return text;
        }
        return place.group(1) == null ? place.group(3) : place.group(1);
    }

    private static boolean saysSettings(List<String> words) {
        return words.contains("settings")
                || words.contains("setting")
                || words.contains("options")
                || words.contains("config")
                || words.contains("configuration")
                || words.contains("properties")
                || words.contains("environment")
                || words.contains("env");
    }

    /** A tag or annotation says that something sets it. */
    private static boolean isFilled(Statement.Assign assign) {
        return !isInjected(assign)
                && assign.annotations().stream()
                        .anyMatch(annotation ->
                                annotation instanceof Expression.Call call
                                        && INJECTING.contains(Names.last(call.callee())));
    }

    /** {@code type JWT struct { SigningKey string `yaml:"signing-key"` }}. */
    private void filled(Statement.Assign assign, List<String> types) {
        if (!types.isEmpty()
                && assign.target() instanceof Expression.Name name
                && Sections.isSecret(types.getLast(), name.id())) {
            rules.settingField(assign.target().at());
        }
    }

    private void field(Statement.Assign assign, String type, Scope scope) {
        if (assign.target() instanceof Expression.Name name
                && (SecretNames.isSecret(name.id())
                        || Sections.isSecret(type, name.id())
                        || rules.makeSecret(name, scope))) {
            rules.settingField(assign.target().at());
            assign.value()
                    .filter(Expression.Text.class::isInstance)
                    .ifPresent(value -> rules.hardcoded(value, scope));
        }
    }

    /** {@code @Value("${jwt.secret:changeme}")}. */
    private void injected(Expression.Call call, Site site) {
        if (!INJECTING.contains(Names.last(call.callee()))) {
            return;
        }
        for (Expression.Argument argument : call.arguments()) {
            for (Value.Constant constant :
                    file.meaning().constants(argument.value(), site.scope())) {
                place(constant, site);
            }
        }
    }

    private void place(Value.Constant constant, Site site) {
        Matcher place = PLACE.matcher(constant.text());
        if (!place.find()) {
            if (SecretNames.isSecret(constant.text())) {
                rules.settingField(constant.at());
            }
            return;
        }
        String name = place.group(1) == null ? place.group(3) : place.group(1);
        if (SecretNames.isSecret(name)) {
            rules.settingField(constant.at());
            if (place.group(2) != null) {
                rules.hardcoded(new Expression.Text(constant.at(), place.group(2)), site.scope());
            }
        }
    }
}
