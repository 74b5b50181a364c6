package dev.signet.scanner.gate;

import static dev.signet.scanner.gate.Project.places;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of findings may fall and never rise. */
class RatchetTest {

    private static final String FILE = "known.json";

    @TempDir private Path folder;
    @TempDir private Path elsewhere;

    private Project project() {
        return new Project(folder);
    }

    private Project begun() throws Exception {
        project().file("a.py", Project.DECODES).file("b.py", Project.DECODES).update(FILE).scan();
        return project();
    }

    private String text() throws Exception {
        return Files.readString(folder.resolve(FILE));
    }

    @Test
    void what_was_there_passes_and_anything_new_fails() throws Exception {
        begun();

        assertThat(project().baseline(FILE).scan().fails()).isFalse();

        ScanResult more = project().file("c.py", Project.SIGNS).baseline(FILE).scan();
        assertThat(more.fails()).isTrue();
        assertThat(places(more))
                .containsExactly(
                        "a.py:4 local-decode baseline",
                        "b.py:4 local-decode baseline",
                        "c.py:4 local-sign new");
    }

    @Test
    void the_same_line_in_one_more_file_is_new() throws Exception {
        begun().file("aa.py", Project.DECODES);

        assertThat(places(project().baseline(FILE).scan()))
                .containsExactly(
                        "a.py:4 local-decode baseline",
                        "aa.py:4 local-decode new",
                        "b.py:4 local-decode baseline");
    }

    @Test
    void moved_indented_and_renamed_is_not_new() throws Exception {
        begun();
        Files.delete(folder.resolve("a.py"));
        String moved =
                "# one\n# two\n\n" + Project.DECODES.replace("    return", "\treturn").indent(0);

        ScanResult result = project().file("moved/z.py", moved).baseline(FILE).scan();

        assertThat(result.fails()).isFalse();
        assertThat(result.count(dev.signet.scanner.result.Status.BASELINE)).isEqualTo(2);
    }

    @Test
    void it_only_ever_shrinks() throws Exception {
        begun();
        Files.delete(folder.resolve("b.py"));
        project().file("c.py", Project.SIGNS);

        Answer answer = project().update(FILE).ask();

        assertThat(answer.result().fails()).isTrue();
        assertThat(text().lines().filter(line -> line.contains("fingerprint"))).hasSize(1);
        assertThat(text()).contains("a.py").doesNotContain("b.py", "c.py");
        assertThat(answer.remarks()).singleElement().asString().endsWith("from 2 to 1 entries");
    }

    @Test
    void what_is_cured_and_comes_back_is_new() throws Exception {
        begun();
        Files.delete(folder.resolve("b.py"));
        project().update(FILE).scan();

        assertThat(begunAgain().fails()).isTrue();
    }

    private ScanResult begunAgain() throws Exception {
        return project().file("b.py", Project.DECODES).baseline(FILE).scan();
    }

    @Test
    void an_entry_that_somebody_writes_is_growth() throws Exception {
        begun();
        String entry = text().lines().filter(line -> line.contains("a.py")).findFirst().get();
        String forged = entry.replace("-1\"", "-3\"");
        project().file(FILE, text().replace(entry, forged + "\n" + entry));
        project().file("c.py", Project.DECODES);

        ScanResult result = project().baseline(FILE).scan();

        assertThat(result.fails()).isTrue();
        assertThat(result.grown()).singleElement().asString().contains("added by hand");
    }

    @Test
    void what_is_no_baseline_is_refused() throws Exception {
        project().file("a.py", Project.SIGNS);
        for (String text :
                List.of(
                        "",
                        "[]",
                        "{",
                        "{\"more\": 1}",
                        "{\"entries\": [{}]}",
                        "{\"signet_baseline\": 2}",
                        "{\"entries\": 1}")) {
            project().file(FILE, text);
            assertThatThrownBy(() -> project().baseline(FILE).scan())
                    .as(text)
                    .isInstanceOf(SettingsException.class);
        }
        assertThatThrownBy(() -> project().baseline("none.json").scan())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--update-baseline");
    }

    @Test
    void a_pull_request_cannot_begin_a_larger_one() throws Exception {
        begun().git("init", "-q").commit("first");
        project().git("checkout", "-q", "-b", "change");
        project().file("c.py", Project.SIGNS);
        Files.delete(folder.resolve(FILE));

        assertThatThrownBy(() -> project().update(FILE).scan())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("created once");

        new Project(folder).update("other.json").scan();
        Files.move(folder.resolve("other.json"), folder.resolve(FILE));
        project().commit("a larger one");

        assertThat(project().baseline(FILE).scan().grown()).isNotEmpty();
        assertThat(project().base(FILE, "main").scan().grown()).isNotEmpty();
    }

    @Test
    void a_shallow_clone_cannot_tell_unless_a_base_is_named() throws Exception {
        begun().git("init", "-q").commit("first");
        project().file("d.txt", "").commit("second");
        project()
                .git(
                        "clone",
                        "-q",
                        "--depth",
                        "1",
                        "file://" + folder,
                        elsewhere.resolve("c") + "");
        Project clone = new Project(elsewhere.resolve("c"));

        assertThatThrownBy(() -> clone.baseline(FILE).scan())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("fetch-depth");
        assertThat(clone.base(FILE, "HEAD").scan().fails()).isFalse();
    }

    @Test
    void only_what_changed_is_scanned_and_the_rest_keeps_its_place_in_the_baseline()
            throws Exception {
        begun().git("init", "-q").commit("first");
        project().file("c.py", Project.DECODES).file("sub/d.py", Project.SIGNS);

        ScanResult result = project().since("HEAD").baseline(FILE).scan();

        assertThat(places(result))
                .containsExactly("c.py:4 local-decode new", "sub/d.py:4 local-sign new");
        assertThat(places(new Project(folder.resolve("sub")).since("HEAD").scan()))
                .containsExactly("d.py:4 local-sign new");
    }

    @Test
    void without_git_or_with_an_unknown_revision_since_is_refused() throws Exception {
        project().file("a.py", Project.DECODES);
        assertThatThrownBy(() -> project().since("HEAD").scan())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("git");
        project().git("init", "-q").commit("first");
        for (String revision : List.of("nowhere", "--output=x", "")) {
            assertThatThrownBy(() -> project().since(revision).scan())
                    .isInstanceOf(SettingsException.class);
        }
    }
}
