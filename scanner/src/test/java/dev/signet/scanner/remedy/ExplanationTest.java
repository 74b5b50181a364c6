package dev.signet.scanner.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.finding.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule explains itself, and the documentation says the same. */
class ExplanationTest {

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_has_a_reason_an_example_and_a_cure(Rule rule) throws Exception {
        String docs = Files.readString(Path.of("../docs/scanner.md"));

        assertThat(Explanation.of(rule))
                .startsWith("### " + rule.id() + "\n")
                .contains("**Why.**", "**Violation**", "**Cure");
        assertThat(docs).contains(Explanation.of(rule));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_says_what_to_write_instead(Rule rule) {
        assertThat(Advice.why(rule)).isNotBlank();
        assertThat(Advice.instead(rule, "go")).isNotBlank().doesNotContain("dev.signet.verifier.V");
        assertThat(Advice.instead(rule, "java")).isNotBlank();
    }
}
