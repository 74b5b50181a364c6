package dev.signet.scanner.detect;

import dev.signet.scanner.code.Function;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.words.WordList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Functions that say whether a token is good, and find out by themselves. */
final class DuplicateRule {

    private static final Set<String> VERBS =
            WordList.set(
                    """
                    validate verify check authenticate ensure validates verifies validation verification
                    assert verified validated require authorize introspect validating verifying
                    """);

    /** Say that a token is judged only together with what is judged: {@code isToken}. */
    private static final Set<String> WEAK_VERBS = Set.of("is", "require", "ensure");

    private static final Set<String> NOUNS =
            WordList.set(
                    """
                    token jwt bearer tokens claims credentials jws auth authorization signature
                    """);

    /** A method of a type that is about tokens need not say so again: {@code validate}. */
    private static final int SHORT_NAME_WORDS = 2;

    private final CodeFile file;
    private final Judging judging;
    private final Report report;

    DuplicateRule(CodeFile file, Judging judging, Report report) {
        this.file = file;
        this.judging = judging;
        this.report = report;
    }

    void report() {
        for (CodeFile.Owned<Function> function : file.functions()) {
            if (isValidator(function) && judges(function.it())) {
                report.add(
                        Rule.VALIDATE_DUPLICATE,
                        Confidence.MEDIUM,
                        function.it().nameAt(),
                        function.it().name() + " " + Rule.VALIDATE_DUPLICATE.says());
            }
        }
    }

    /** By its own name, or by its verb in a type that is about tokens. */
    private static boolean isValidator(CodeFile.Owned<Function> function) {
        List<String> words = Words.of(function.it().name());
        boolean asks = words.contains("is") || function.it().name().endsWith("?");
        boolean isValid = asks && words.contains("valid");
        if (Collections.disjoint(words, VERBS) && !isValid) {
            return false;
        }
        boolean aboutTokens = !Collections.disjoint(words, NOUNS);
        boolean inATokenType =
                !WEAK_VERBS.containsAll(verbs(words))
                        && !function.names().isEmpty()
                        && !Collections.disjoint(Words.of(function.names().getLast()), NOUNS);
        return aboutTokens || (inATokenType && words.size() <= SHORT_NAME_WORDS);
    }

    private static List<String> verbs(List<String> words) {
        return words.stream().filter(VERBS::contains).toList();
    }

    private boolean judges(Function function) {
        return judging.local(function.body()).isPresent();
    }
}
