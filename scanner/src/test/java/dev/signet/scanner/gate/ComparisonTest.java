package dev.signet.scanner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.ratchet.Comparison;
import dev.signet.scanner.report.ComparisonReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two trees, one measure. */
class ComparisonTest {

    @TempDir private Path folder;

    @Test
    void it_says_what_came_and_what_went() throws Exception {
        Project before =
                new Project(folder.resolve("a"))
                        .file("x.py", Project.DECODES)
                        .file("y.py", Project.DECODES);
        Project after =
                new Project(folder.resolve("b"))
                        .file("moved/x.py", "\n\n" + Project.DECODES)
                        .file("z.py", Project.SIGNS);

        Comparison comparison = Comparison.of(before.scan(), after.scan());

        assertThat(comparison.came()).hasSize(1);
        assertThat(comparison.went()).hasSize(1);
        assertThat(comparison.fails()).isTrue();
        assertThat(ComparisonReport.text(comparison))
                .contains("came: 1\n  local-sign  z.py:4", "went: 1\n  local-decode  y.py:4")
                .containsPattern("local-decode +2 +1");
        assertThat(ComparisonReport.json(comparison)).contains("\"came\"", "\"strict\": 2");
        assertThat(Comparison.of(before.scan(), before.scan()).fails()).isFalse();
    }
}
