package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Knows how the parts of a token are put together and taken apart at their dots. */
final class DottedTexts {

    private static final Set<String> SPLITS =
            WordList.set(
                    """
                    split Split rsplit partition rpartition explode SplitN splitn rsplitn split_once
                    rsplit_once Cut StringTokenizer indexOf substringBetween substringBefore
                    substringAfter on
                    """);

    private static final Set<String> MATCHES = Set.of("preg_match", "match", "fullmatch", "exec");

    private static final Set<String> DOTS = Set.of(".", "\\.", "[.]");

    /** A pattern with two dots between groups. */
    private static final Pattern THREE_PARTS = Pattern.compile("\\(.*\\\\\\..*\\\\\\..*\\)");

    private static final Pattern FORMATS =
            Pattern.compile("(\\{\\d?}|%s|%v)\\.(\\{\\d?}|%s|%v)(\\.(\\{\\d?}|%s|%v))?");

    private DottedTexts() {}

    static boolean takesApart(Expression.Call call, String name, Site site, Meaning meaning) {
        if (SPLITS.contains(name)) {
            return isGiven(call, site, meaning, DOTS::contains);
        }
        return MATCHES.contains(name)
                && isGiven(call, site, meaning, text -> THREE_PARTS.matcher(text).find());
    }

    private static boolean isGiven(
            Expression.Call call, Site site, Meaning meaning, Predicate<String> text) {
        return call.arguments().stream()
                .map(Expression.Argument::value)
                .map(DottedTexts::unquoted)
                .flatMap(value -> meaning.constants(value, site.scope()).stream())
                .anyMatch(c -> text.test(c.text()));
    }

    /** {@code Pattern.quote(".")} and {@code Regex("\\.")} are their argument. */
    private static Expression unquoted(Expression value) {
        return value instanceof Expression.Call call && call.arguments().size() == 1
                ? call.arguments().getFirst().value()
                : value;
    }

    /** {@code a + "." + b}, {@code "%s.%s" % …}, {@code ".".join(…)}, {@code [a, b].join(".")}. */
    static boolean puts(Expression expression) {
        return switch (expression) {
            case Expression.Concat concat -> concat.parts().stream().anyMatch(DottedTexts::isDot);
            case Expression.Call call -> isJoin(call);
            case Expression.Text text -> FORMATS.matcher(text.value()).matches();
            default -> false;
        };
    }

    private static boolean isJoin(Expression.Call call) {
        String name = Names.last(call.callee());
        if (!name.equals("join") && !name.equals("Join") && !name.equals("implode")) {
            return false;
        }
        boolean ofDot = call.callee() instanceof Expression.Member member && isDot(member.object());
        List<Expression.Argument> arguments = call.arguments();
        return ofDot || arguments.stream().anyMatch(argument -> isDot(argument.value()));
    }

    private static boolean isDot(Expression part) {
        return part instanceof Expression.Text text && text.value().equals(".");
    }
}
