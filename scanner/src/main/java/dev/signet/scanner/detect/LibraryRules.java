package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.library.Api;
import dev.signet.scanner.library.Arguments;
import dev.signet.scanner.library.Use;
import dev.signet.scanner.library.Where;
import dev.signet.scanner.meaning.Value;
import java.util.List;
import java.util.Optional;

/** What the uses of libraries break. */
final class LibraryRules {

    private final CodeFile file;
    private final LibraryUses uses;
    private final HandMade handMade;
    private final Report report;

    LibraryRules(CodeFile file, LibraryUses uses, HandMade handMade, Report report) {
        this.file = file;
        this.uses = uses;
        this.handMade = handMade;
        this.report = report;
    }

    void report() {
        uses.all().forEach(this::report);
        handMade.keys().forEach(this::reportKey);
        if (file.language() == Language.PHP) {
            file.sites().stream()
                    .map(Site::expression)
                    .filter(Expression.Pairs.class::isInstance)
                    .forEach(pairs -> guard((Expression.Pairs) pairs));
        }
    }

    /** {@code 'api' => ['driver' => 'jwt', 'provider' => 'users']}, one of Laravel's guards. */
    private void guard(Expression.Pairs pairs) {
        boolean guards = pairs.pairs().stream().anyMatch(pair -> isText(pair.key(), "provider"));
        for (Expression.Pair pair : pairs.pairs()) {
            if (guards && isText(pair.key(), "driver") && isText(pair.value(), "jwt")) {
                report.add(
                        Rule.LOCAL_DECODE,
                        Confidence.HIGH,
                        pair.value().at(),
                        "a guard that " + Rule.LOCAL_DECODE.says());
            }
        }
    }

    private static boolean isText(Expression expression, String text) {
        return expression instanceof Expression.Text known && known.value().equals(text);
    }

    private void report(LibraryUse use) {
        Api api = use.api();
        keys(use).forEach(this::reportKey);
        String what = api.name() + " of " + api.library();
        rule(use.use())
                .ifPresent(rule ->
                        report.add(
                                rule,
                                Confidence.HIGH,
                                Places.of(use.expression()),
                                what + " " + rule.says()));
        if (use.use() == Use.PEEK && api.use() == Use.VERIFY) {
            weak(use, what + " does not verify the signature");
        }
        use.weaknesses().forEach(because -> weak(use, what + " " + because));
    }

    private static Optional<Rule> rule(Use use) {
        return switch (use) {
            case SIGN -> Optional.of(Rule.LOCAL_SIGN);
            case VERIFY, SET_UP -> Optional.of(Rule.LOCAL_DECODE);
            case PEEK -> Optional.of(Rule.UNVERIFIED_DECODE);
            case LOOSEN -> Optional.of(Rule.WEAK_VALIDATION);
            case KEY -> Optional.empty();
        };
    }

    private void weak(LibraryUse use, String message) {
        report.add(Rule.WEAK_VALIDATION, Confidence.HIGH, Places.of(use.expression()), message);
    }

    private List<Value.Origin> keys(LibraryUse use) {
        Optional<Where> where = use.api().key();
        if (where.isEmpty()) {
            return List.of();
        }
        Expression taking =
                where.get().beside()
                        ? use.at().parent().orElse(use.expression())
                        : use.expression();
        if (!(taking instanceof Expression.Call call)) {
            return List.of();
        }
        Arguments arguments = new Arguments(call, use.at().scope(), file.meaning());
        return where.get().equals(Where.ANY)
                ? arguments.all()
                : arguments.find(where.get()).stream().toList();
    }

    /** A key's text is a secret whatever it is called, and so is what the environment gives. */
    private void reportKey(Value.Origin key) {
        KeyTrace trace = new KeyTrace(file.meaning());
        trace.follow(key);
        for (Value.Constant constant : trace.constants()) {
            if (SecretNames.isLiteralSecret(constant.text())) {
                report.add(
                        Rule.SECRET_HARDCODED,
                        Confidence.HIGH,
                        constant.at(),
                        "the key of a token " + Rule.SECRET_HARDCODED.says());
            }
        }
        for (Expression read : trace.reads()) {
            report.add(
                    Rule.SECRET_ENV_READ,
                    Confidence.HIGH,
                    read.at(),
                    "what is read here becomes the key of a token");
        }
    }
}
