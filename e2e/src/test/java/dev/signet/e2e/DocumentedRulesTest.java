package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.e2e.rule.Modules;
import dev.signet.e2e.rule.PackageInfos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents call checked by the build names the test that checks it. */
class DocumentedRulesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+) \\| ([^|]+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

    @Test
    void each_rule_of_the_architecture_names_a_test_that_exists() throws IOException {
        assertThat(rules("ARCHITECTURE.md", "## Rules that the build checks"))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(this::namesTests);
    }

    @Test
    void each_check_of_the_guide_for_contributors_names_a_test_that_exists() throws IOException {
        assertThat(rules("CONTRIBUTING.md", "## What the build checks"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(this::namesTests);
    }

    @Test
    void a_test_that_does_not_exist_is_found_missing() {
        assertThat(exists("DocumentedRulesTest", Optional.empty())).isTrue();
        assertThat(exists("NoSuchTest", Optional.empty())).isFalse();
        assertThat(exists("DocumentedRulesTest", Optional.of("no_such_method"))).isFalse();
    }

    private void namesTests(MatchResult row) {
        List<MatchResult> tests = TEST.matcher(row.group(2)).results().toList();
        assertThat(tests).as(row.group()).isNotEmpty();
        for (MatchResult test : tests) {
            assertThat(exists(test.group(1), Optional.ofNullable(test.group(2))))
                    .as(test.group())
                    .isTrue();
        }
    }

    private static List<MatchResult> rules(String file, String title) throws IOException {
        String text = Files.readString(Project.root().resolve(file));
        int start = text.indexOf(title);
        assertThat(start).as(title).isNotNegative();
        int end = text.indexOf("\n## ", start + 1);
        String section = end < 0 ? text.substring(start) : text.substring(start, end);
        return ROW.matcher(section).results().filter(row -> !row.group(2).equals("test")).toList();
    }

    private static boolean exists(String type, Optional<String> method) {
        return Modules.of(Project.root()).all().stream()
                .map(module -> module.sources("test"))
                .flatMap(sources -> PackageInfos.packages(sources).stream())
                .map(folder -> folder.resolve(type + ".java"))
                .filter(Files::exists)
                .anyMatch(file -> method.map(name -> declares(file, name)).orElse(true));
    }

    private static boolean declares(Path file, String method) {
        try {
            return Files.readString(file).contains("    void " + method + "(");
        } catch (IOException e) {
            throw new IllegalStateException("unreadable: " + file, e);
        }
    }
}
