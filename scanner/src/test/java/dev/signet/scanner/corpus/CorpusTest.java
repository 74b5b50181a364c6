package dev.signet.scanner.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.FileScan;
import dev.signet.scanner.detect.AuthorityCode;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The corpus holds every mark that must be found, and nothing else may be. {@code -Dcorpus=python}
 * looks at one language alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    private final Map<String, Score> byRuleAndLanguage = new TreeMap<>();
    private final Map<Rule, Score> byRule = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private List<Case> cases = List.of();

    @BeforeAll
    void scan() throws IOException {
        cases = read();
        cases.forEach(this::scan);
        byRuleAndLanguage.forEach((key, score) -> System.out.printf("%-42s %s%n", key, score));
        byRule.forEach((rule, score) -> System.out.printf("%-42s %s%n", rule.id(), score));
        mistakes.forEach(System.out::println);
    }

    static List<Case> read() throws IOException {
        String only = System.getProperty("corpus", "");
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".expected"))
                    .map(file -> Case.read(CORPUS, file))
                    .filter(one -> only.isEmpty() || one.language().equals(only))
                    .toList();
        }
    }

    private void scan(Case one) {
        FileScan scan = new FileScan(new AuthorityCode(one.authorityModules()));
        Set<Case.Mark> found = new HashSet<>();
        for (Finding finding : scan.findings(one.source())) {
            found.add(new Case.Mark(finding.rule(), finding.at().line()));
        }
        for (Case.Mark mark : one.expected()) {
            if (found.contains(mark)) {
                score(mark.rule(), one.language(), Score::found);
            } else {
                score(mark.rule(), one.language(), Score::missed);
                mistakes.add("missed " + one + ":" + mark.line() + " " + mark.rule().id());
            }
        }
        for (Case.Mark mark : found) {
            if (!one.expected().contains(mark)) {
                score(mark.rule(), one.language(), Score::wrong);
                mistakes.add("wrong  " + one + ":" + mark.line() + " " + mark.rule().id());
            }
        }
    }

    private void score(Rule rule, String language, Consumer<Score> what) {
        String key = rule.id() + " " + language;
        what.accept(byRuleAndLanguage.computeIfAbsent(key, _ -> new Score()));
        what.accept(byRule.computeIfAbsent(rule, _ -> new Score()));
    }

    @Test
    void every_mark_is_found_and_nothing_else() {
        assertThat(cases).isNotEmpty();
        assertThat(byRule).containsOnlyKeys(rulesOfFiles());
        assertThat(mistakes).isEmpty();
    }

    /** Those that are found in a file alone, without settings around it. */
    private static List<Rule> rulesOfFiles() {
        return Stream.of(Rule.values()).filter(rule -> rule != Rule.ALLOW_ENTRY).toList();
    }
}
