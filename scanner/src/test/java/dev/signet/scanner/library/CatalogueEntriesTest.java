package dev.signet.scanner.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.FileScan;
import dev.signet.scanner.detect.AuthorityCode;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.source.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a catalogue says of a library is found in a file that does nothing else. */
class CatalogueEntriesTest {

    private static final List<Language> LANGUAGES =
            List.of(
                    Language.PYTHON,
                    Language.JAVA,
                    Language.KOTLIN,
                    Language.JAVASCRIPT,
                    Language.GO,
                    Language.RUBY,
                    Language.PHP,
                    Language.C_SHARP,
                    Language.RUST);

    private final FileScan scan = new FileScan(new AuthorityCode(Set.of()));

    @TestFactory
    Stream<DynamicTest> every_entry_is_found_where_it_is_used() {
        return LANGUAGES.stream()
                .flatMap(language ->
                        Libraries.of(language).libraries().stream()
                                .flatMap(library -> library.apis().stream())
                                .map(api -> test(language, api)));
    }

    private DynamicTest test(Language language, Api api) {
        String name = language.id() + " " + api.use() + " " + String.join(".", api.parts());
        return DynamicTest.dynamicTest(name, () -> isFound(language, api));
    }

    private void isFound(Language language, Api api) {
        Program program = Program.of(language, api);
        List<Finding> findings = scan.findings(Source.of(program.path(), program.text()));
        assertThat(findings)
                .as(program.text())
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(Program.expected(api));
                    assertThat(finding.at().line()).isEqualTo(program.line());
                    assertThat(finding.message()).startsWith(Program.says(api));
                });
    }

    @Test
    void every_language_has_a_catalogue() {
        for (Language language : Language.values()) {
            assertThat(Libraries.of(language).libraries()).as(language.id()).isNotEmpty();
        }
    }
}
