package dev.signet.scanner.detect;

import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who gets hold of the secret that signs tokens, by its names. */
final class SecretRules {

    private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[A-Z][A-Z0-9_]+");

    private final CodeFile file;
    private final Meaning meaning;
    private final Report report;
    private final SettingFields fields;
    private final SettingSchemas schemas;
    private final Sections sections;
    private final TokenNeighbours neighbours;

    SecretRules(CodeFile file, LibraryUses uses, Report report) {
        this.file = file;
        this.meaning = file.meaning();
        this.report = report;
        this.fields = new SettingFields(file, this);
        this.schemas = new SettingSchemas(meaning, this);
        this.sections = new Sections(meaning);
        this.neighbours = new TokenNeighbours(file);
    }

    void report() {
        file.sites().forEach(this::look);
        for (CodeFile.Owned<Statement.Assign> assign : file.assigns()) {
            assigned(assign.it(), assign.scope());
        }
        for (CodeFile.Owned<Function> function : file.functions()) {
            parameters(function.it(), function.scope());
        }
        fields.report();
    }

    private void look(Site site) {
        switch (site.expression()) {
            case Expression.Call call -> {
                called(call, site);
                filled(call, site);
            }
            case Expression.Index index -> indexed(index, site);
            case Expression.Member member -> member(member, site);
            case Expression.Name name -> constant(name, site);
            case Expression.Text text -> {
                if (!isOnlyMentioned(site)) {
                    named(text.value(), text.at());
                    placed(text);
                }
            }
            case Expression.Concat concat ->
                    meaning.values(concat, site.scope()).stream()
                            .filter(Value.Constant.class::isInstance)
                            .map(Value.Constant.class::cast)
                            .forEach(c -> named(c.text(), concat.at()));
            case Expression.Pairs pairs -> {
                pairs.pairs().forEach(pair -> pair(pair, site.scope()));
                schemas.look(pairs, site.scope());
            }
            case Expression.Assigned assigned ->
                    given(nameOf(assigned.target(), site.scope()), assigned.value(), site.scope());
            case Expression.Either either -> {
                if (readsSecret(either.first(), site.scope(), 0)) {
                    hardcoded(either.second(), site.scope());
                }
            }
            case Expression.Conditional c -> {
                if (readsSecret(c.then(), site.scope(), 0)) {
                    hardcoded(c.otherwise(), site.scope());
                }
            }
            default -> {}
        }
    }

    /** A constant of PHP that another file sets, mostly the one with the settings. */
    private void constant(Expression.Name name, Site site) {
        if (file.language() == Language.PHP
                && SecretNames.isEnvironmentStyle(name.id())
                && SecretNames.isSecret(name.id())
                && !meaning.isTarget(name)
                && meaning.symbols(name, site.scope()).stream()
                        .anyMatch(
                                symbol -> !symbol.imported() && symbol.path().equals(name.id()))) {
            read(name.at(), Confidence.MEDIUM);
        }
    }

    /** {@code "JWT_SECRET_%s".format("PROD")} is a text like others. */
    private void filled(Expression.Call call, Site site) {
        if (call.callee() instanceof Expression.Member method
                && (method.object() instanceof Expression.Text
                        || method.object() instanceof Expression.Items)
                && !call.arguments().isEmpty()) {
            meaning.constants(call, site.scope()).forEach(c -> named(c.text(), call.at()));
        }
    }

    /** {@code os.getenv("JWT_SECRET_KEY")} and whatever else gets something by that name. */
    private void called(Expression.Call call, Site site) {
        String function = Names.last(call.callee());
        boolean sets = Accessors.set(function);
        defaulted(call, function, site.scope());
        if (Accessors.giveDefault(function)
                && call.callee() instanceof Expression.Member member
                && readsSecret(member.object(), site.scope(), 0)) {
            call.arguments().forEach(a -> hardcoded(a.value(), site.scope()));
        }
        boolean gets =
                (!call.creates() || Accessors.declareFlag(function))
                        && !Accessors.declareColumn(call.callee())
                        && (Environment.gets(function) || isGetOfAPlace(call.callee()));
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression.Argument argument = call.arguments().get(i);
            if (!argument.name().isEmpty()) {
                given(argument.name(), argument.value(), site.scope());
            }
            if (sets
                    && i + 1 < call.arguments().size()
                    && readsName(argument.value(), site.scope())) {
                hardcoded(call.arguments().get(i + 1).value(), site.scope());
            }
            if (gets && i < 3 && getsByName(call, argument.value(), site.scope())) {
                read(call.at(), Confidence.HIGH);
                call.arguments().stream()
                        .skip(i + 1L)
                        .filter(other -> Accessors.isDefault(other.name()))
                        .forEach(other -> hardcoded(other.value(), site.scope()));
            }
        }
    }

    private static boolean isGetOfAPlace(Expression callee) {
        return callee instanceof Expression.Member member
                && Environment.isPlace(Names.last(member.object()))
                && (Environment.gets(member.name()) || Accessors.getTyped(member.name()));
    }

    /** By the secret's whole name, or by its name in a section of the settings. */
    private boolean getsByName(Expression.Call call, Expression key, Scope scope) {
        return readsName(key, scope)
                || (call.callee() instanceof Expression.Member member
                        && key == call.arguments().getFirst().value()
                        && (isFromAPlace(member.object())
                                || Words.of(Names.last(member.object())).contains("section"))
                        && meaning.constants(key, scope).stream()
                                .anyMatch(name ->
                                        sections.isSecretIn(member.object(), name.text(), scope)));
    }

    /** {@code requireNonNullElse(System.getenv("JWT_SECRET_KEY"), "dev")}. */
    private void defaulted(Expression.Call call, String function, Scope scope) {
        boolean two = call.arguments().size() == 2;
        if (two
                && Accessors.choose(function)
                && readsSecret(call.arguments().getFirst().value(), scope, 0)
                && !(call.arguments().getFirst().value() instanceof Expression.Text)) {
            hardcoded(call.arguments().getLast().value(), scope);
        }
    }

    private boolean readsName(Expression key, Scope scope) {
        return meaning.values(key, scope).stream()
                .filter(Value.Constant.class::isInstance)
                .map(Value.Constant.class::cast)
                .anyMatch(name ->
                        name.whole()
                                ? SecretNames.isSetting(name.text())
                                : SecretNames.isPartOfSecret(name.text()));
    }

    /** Whether the secret's name stands in an expression. */
    private boolean readsSecret(Expression expression, Scope scope, int depth) {
        return switch (expression) {
            case Expression.Text text -> SecretNames.isSetting(text.value());
            case Expression.Member member when SecretNames.isSecret(member.name()) -> true;
            case Expression.Name _ -> readsName(expression, scope);
            default ->
                    depth < 6
                            && Children.of(expression).stream()
                                    .anyMatch(inner -> readsSecret(inner, scope, depth + 1));
        };
    }

    private void indexed(Expression.Index index, Site site) {
        if (meaning.isTarget(index) || !isOutside(index.object(), site.scope())) {
            return;
        }
        List<Value.Constant> keys = meaning.constants(index.key(), site.scope());
        boolean environment =
                keys.stream()
                        .map(Value.Constant::text)
                        .anyMatch(key ->
                                SecretNames.isEnvironmentStyle(key) && SecretNames.isSetting(key));
        boolean plain =
                Environment.isPlace(Names.last(index.object()))
                        && readsName(index.key(), site.scope());
        boolean inSection =
                keys.stream()
                        .anyMatch(key ->
                                sections.isSecretIn(index.object(), key.text(), site.scope()));
        if (environment || plain || inSection) {
            read(index.at(), Confidence.HIGH);
        }
    }

    private void member(Expression.Member member, Site site) {
        if (site.annotates() || meaning.isTarget(member) || isPartOfAChain(site)) {
            return;
        }
        String owner = Names.last(member.object());
        String withOwner = owner + "." + member.name();
        boolean secret =
                SecretNames.isSecret(member.name())
                        || (SecretNames.isSecret(withOwner) && !SecretNames.isSecret(owner));
        boolean fromAPlace =
                secret
                        && (isFromAPlace(member.object())
                                || isOfSettings(member.object(), site.scope()));
        if ((fromAPlace || sections.isSecretIn(member.object(), member.name(), site.scope()))
                && !isCalled(member, site)
                && isOutside(member, site.scope())
                && isOutside(member.object(), site.scope())) {
            read(member.at(), Confidence.HIGH);
            named(member.name(), member.at());
        }
    }

    /** A method that is called says by its arguments what it gets. */
    private static boolean isCalled(Expression.Member member, Site site) {
        return site.parent().isPresent()
                && site.parent().get() instanceof Expression.Call call
                && call.callee() == member
                && !call.arguments().isEmpty();
    }

    /** In {@code config.jwt.secret.value} only one link is the finding. */
    private static boolean isPartOfAChain(Site site) {
        return site.parent().isPresent()
                && site.parent().get() instanceof Expression.Member outer
                && outer.object() == site.expression()
                && SecretNames.isSecret(outer.name());
    }

    private static boolean isFromAPlace(Expression object) {
        return switch (object) {
            case Expression.Name name -> Environment.isPlace(name.id());
            case Expression.Member member ->
                    Environment.isPlace(member.name()) || isFromAPlace(member.object());
            case Expression.Call call -> isFromAPlace(call.callee());
            case Expression.Index index -> isFromAPlace(index.object());
            default -> false;
        };
    }

    /** An object of somebody else's {@code Settings}, whatever the variable is called. */
    private boolean isOfSettings(Expression object, Scope scope) {
        return meaning.symbols(object, scope).stream()
                .anyMatch(symbol ->
                        symbol.imported()
                                && (Environment.isSettings(symbol.lastName())
                                        || symbol.path().endsWith("Dynaconf()")));
    }

    /** What the file itself defines was looked at where it is defined. */
    private boolean isOutside(Expression object, Scope scope) {
        List<Value> values = meaning.values(object, scope);
        return values.stream().anyMatch(Environment::isWhole)
                || values.stream()
                        .noneMatch(value ->
                                value instanceof Value.OwnType
                                        || value instanceof Value.Table
                                        || value instanceof Value.Constant);
    }

    private void read(Span at, Confidence confidence) {
        report.add(
                Rule.SECRET_ENV_READ,
                confidence,
                at,
                "this " + Rule.SECRET_ENV_READ.says() + "; only the authority may");
    }

    void settingField(Span at) {
        read(at, Confidence.MEDIUM);
    }

    private void named(String name, Span at) {
        if (SecretNames.isDeprecated(name)) {
            report.add(
                    Rule.DEPRECATED_SECRET_NAME,
                    Confidence.HIGH,
                    at,
                    name + " is an old name; the authority's is " + SecretNames.CURRENT);
        }
    }

    /** {@code "${JWT_SECRET:x}"}, {@code "#{environment['JWT_SECRET']}"}. */
    private void placed(Expression.Text text) {
        if (text.value().startsWith("${") || text.value().startsWith("#{")) {
            Matcher names = ENVIRONMENT_NAME.matcher(text.value());
            while (names.find()) {
                named(names.group(), text.at());
            }
        }
    }

    /** In {@code { name }} the name is that of a variable. */
    private static boolean isOnlyMentioned(Site site) {
        return site.expression() instanceof Expression.Text text
                && site.parent().isPresent()
                && site.parent().get() instanceof Expression.Pairs map
                && map.pairs().stream()
                        .anyMatch(
                                pair -> pair.key() == text && pair.value().at().equals(text.at()));
    }

    private void pair(Expression.Pair pair, Scope scope) {
        for (Value.Constant key : meaning.constants(pair.key(), scope)) {
            given(key.text(), pair.value(), scope);
            if (pair.value() instanceof Expression.Pairs inner) {
                inside(key.text(), inner, scope);
            }
        }
    }

    /** {@code jwt: { secret: "…" }}. */
    private void inside(String name, Expression.Pairs map, Scope scope) {
        for (Expression.Pair pair : map.pairs()) {
            for (Value.Constant key : meaning.constants(pair.key(), scope)) {
                boolean itself = !SecretNames.isSecret(name) || Accessors.isDefault(key.text());
                if (!SecretNames.isSecret(key.text()) && itself) {
                    given(name + "." + key.text(), pair.value(), scope);
                }
            }
        }
    }

    private void assigned(Statement.Assign assign, Scope scope) {
        if (assign.target() instanceof Expression.Pairs parts && assign.value().isPresent()) {
            unpacked(parts, assign.value().get(), scope);
        }
        assign.value()
                .ifPresent(value -> {
                    given(
                            makeSecret(assign.target(), scope)
                                    ? SecretNames.CURRENT
                                    : nameOf(assign.target(), scope),
                            value,
                            scope);
                    if (value instanceof Expression.Pairs entries) {
                        inside(nameOf(assign.target(), scope), entries, scope);
                    }
                    insteadOfARead(assign.target(), value, scope);
                });
    }

    /** Whether a field or constant is the secret because of what stands beside it. */
    boolean makeSecret(Expression target, Scope scope) {
        return neighbours.makeSecret(target, scope);
    }

    /** What a variable is set to when nothing could be read into it. */
    private void insteadOfARead(Expression target, Expression value, Scope scope) {
        boolean simple = target instanceof Expression.Name || target instanceof Expression.Member;
        if (!simple || meaning.constants(value, scope).isEmpty()) {
            return;
        }
        for (Value.Symbol symbol : meaning.symbols(target, scope)) {
            if (symbol.origin().isPresent()
                    && Environment.reads(symbol)
                    && readsSecret(symbol.origin().get().expression(), scope, 0)) {
                hardcoded(value, scope);
            }
        }
    }

    /** {@code const { JWT_SECRET } = process.env} reads a member. */
    private void unpacked(Expression.Pairs parts, Expression value, Scope scope) {
        for (Expression.Pair part : parts.pairs()) {
            if (part.key() instanceof Expression.Text key) {
                Expression.Member read = new Expression.Member(key.at(), value, key.value());
                member(read, new Site(read, scope, Optional.empty(), Optional.empty(), false));
                if (part.value() instanceof Expression.Pairs inner) {
                    unpacked(inner, read, scope);
                }
            } else if (!(part.key() instanceof Expression.Nothing)) {
                Expression.Index read = new Expression.Index(part.key().at(), value, part.key());
                indexed(read, new Site(read, scope, Optional.empty(), Optional.empty(), false));
            }
        }
    }

    private void parameters(Function function, Scope scope) {
        for (Function.Parameter parameter : function.parameters()) {
            parameter.byDefault().ifPresent(value -> given(parameter.name(), value, scope));
        }
    }

    private String nameOf(Expression target, Scope scope) {
        return switch (target) {
            case Expression.Name name -> name.id();
            case Expression.Member member ->
                    SecretNames.isSecret(member.name())
                            ? member.name()
                            : Names.last(member.object()) + "." + member.name();
            case Expression.Index index ->
                    meaning.constants(index.key(), scope).stream()
                            .map(Value.Constant::text)
                            .findFirst()
                            .orElse("");
            default -> "";
        };
    }

    /** A text becomes the value of something that is called like the secret. */
    private void given(String name, Expression value, Scope scope) {
        if (SecretNames.isSecret(name)) {
            hardcoded(value, scope);
            KeyTrace trace = new KeyTrace(meaning);
            trace.follow(new Value.Origin(value, scope));
            trace.reads().forEach(read -> read(read.at(), Confidence.MEDIUM));
        }
    }

    /** The texts in a value, also where another one failed: {@code env or "secret"}. */
    void hardcoded(Expression value, Scope scope) {
        switch (value) {
            case Expression.Text text -> literal(text.value(), text.at());
            case Expression.Concat concat ->
                    meaning.constants(concat, scope).forEach(c -> literal(c.text(), concat.at()));
            case Expression.Either either -> {
                hardcoded(either.first(), scope);
                hardcoded(either.second(), scope);
            }
            case Expression.Conditional conditional -> {
                hardcoded(conditional.then(), scope);
                hardcoded(conditional.otherwise(), scope);
            }
            case Expression.Call call when Accessors.declareField(call.callee()) ->
                    Accessors.defaultOf(call).ifPresent(given -> hardcoded(given, scope));
            case Expression.Call call -> inForm(call, scope);
            case Expression.Member member -> hardcoded(member.object(), scope);
            case Expression.Items items -> items.values().forEach(v -> hardcoded(v, scope));
            case Expression.Other other -> other.parts().forEach(v -> hardcoded(v, scope));
            default -> {}
        }
    }

    /** Bytes of a text are the text. */
    private void inForm(Expression.Call call, Scope scope) {
        KeyTrace trace = new KeyTrace(meaning);
        trace.follow(new Value.Origin(call, scope));
        trace.constants().forEach(c -> literal(c.text(), c.at()));
    }

    private void literal(String text, Span at) {
        if (SecretNames.isLiteralSecret(text)) {
            report.add(
                    Rule.SECRET_HARDCODED,
                    Confidence.HIGH,
                    at,
                    "this file " + Rule.SECRET_HARDCODED.says());
        }
    }
}
