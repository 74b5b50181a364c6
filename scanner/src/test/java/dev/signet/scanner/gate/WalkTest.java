package dev.signet.scanner.gate;

import static dev.signet.scanner.gate.Project.places;
import static dev.signet.scanner.gate.Project.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.result.ScanResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are scanned, and what becomes of the others. */
class WalkTest {

    @TempDir private Path folder;

    private Project project() {
        return new Project(folder);
    }

    @Test
    void findings_come_in_the_order_of_paths_whoever_was_faster() throws Exception {
        Project project = project();
        for (int i = 100; i < 160; i++) {
            project.file("services/s" + i + "/auth.py", Project.DECODES);
        }

        List<String> places = places(project.scan());

        assertThat(places).hasSize(60).isSorted().isEqualTo(places(project.scan()));
    }

    @Test
    void tests_generated_files_and_other_peoples_folders_are_counted_not_scanned()
            throws Exception {
        Project project =
                project()
                        .file("tests/helper.py", Project.DECODES)
                        .file("app/test_auth.py", Project.DECODES)
                        .file("app/conftest.py", Project.DECODES)
                        .file("app/fixtures/tokens.py", Project.DECODES)
                        .file("app/auth_pb2.py", Project.DECODES)
                        .file("app/made.py", "# @generated\n" + Project.DECODES)
                        .file("node_modules/x/a.py", Project.DECODES)
                        .file("app/pyproject.toml", "")
                        .file("app/build/lib/a.py", Project.DECODES)
                        .file(".git/hooks/a.py", Project.DECODES);

        ScanResult result = project.scan();

        assertThat(places(result)).isEmpty();
        assertThat(result.counts().tests()).isEqualTo(4);
        assertThat(result.counts().generated()).isEqualTo(2);
        assertThat(skipped(result)).containsOnlyKeys("app/made.py");
        assertThat(places(project.includeTests().scan())).hasSize(6);
    }

    @Test
    void a_folder_that_is_only_called_like_a_build_is_scanned() throws Exception {
        ScanResult result =
                project()
                        .file("services/build/auth.py", Project.DECODES)
                        .file("services/vendor/auth.py", Project.SIGNS)
                        .file("env/auth.py", Project.SIGNS)
                        .scan();

        assertThat(places(result)).hasSize(3);
    }

    @Test
    void what_stands_above_the_scanned_folder_makes_nothing_a_test() throws Exception {
        Project inner = new Project(folder.resolve("tests/fixtures/node_modules/app"));

        assertThat(places(inner.file("auth.py", Project.DECODES).scan()))
                .containsExactly("auth.py:4 local-decode new");
    }

    @Test
    void what_cannot_be_read_is_named_and_the_others_are_scanned() throws Exception {
        String deep = "x = " + "(".repeat(3_000) + "1" + ")".repeat(3_000) + "\njwt = 1\n";
        Project project =
                project()
                        .file("good.py", Project.DECODES)
                        .file("binary.py", new byte[] {'j', 'w', 't', 0, 1})
                        .file("blob.bin", new byte[] {0, 1, 2})
                        .file("huge.py", new byte[5 * 1024 * 1024 + 1])
                        .file("deep.py", deep)
                        .file("half.py", Project.SIGNS + "\ndef broken(:\n   if (\n")
                        .file("empty.py", "");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("gone.py"), folder.resolve("nowhere"));

        ScanResult result = project.scan();

        assertThat(places(result))
                .containsExactly("good.py:4 local-decode new", "half.py:4 local-sign new");
        assertThat(skipped(result))
                .containsEntry("binary.py", "binary")
                .containsEntry("blob.bin", "binary")
                .containsEntry("huge.py", "larger than 5 MB")
                .containsEntry("loop", "symbolic link, not followed")
                .containsEntry("gone.py", "symbolic link, not followed")
                .containsKey("deep.py")
                .hasSize(6);
    }

    @Test
    void other_encodings_are_scanned() throws Exception {
        String text = "# Übergröße\n" + Project.DECODES;
        ScanResult result =
                project()
                        .file("latin.py", text.getBytes(StandardCharsets.ISO_8859_1))
                        .file("wide.py", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                        .file(
                                "mark.py",
                                ("\uFEFF" + Project.DECODES).getBytes(StandardCharsets.UTF_8))
                        .scan();

        assertThat(places(result))
                .containsExactly(
                        "latin.py:5 local-decode new",
                        "mark.py:4 local-decode new",
                        "wide.py:5 local-decode new");
        assertThat(result.skipped())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path()).isEqualTo("latin.py");
                    assertThat(one.scanned()).isTrue();
                });
    }

    @Test
    void a_path_that_is_not_there_is_named_and_the_others_are_scanned() throws Exception {
        Answer answer = project().file("a.py", Project.DECODES).ask("a.py", "nowhere");

        assertThat(answer.missing()).isTrue();
        assertThat(places(answer.result())).hasSize(1);
        assertThat(skipped(answer.result()))
                .containsEntry("nowhere", "there is no such file or folder");
    }

    @Test
    void a_pipe_is_never_opened() throws Exception {
        Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.py").toString()).start();
        assertThat(made.waitFor()).isZero();

        assertThat(skipped(project().scan())).containsEntry("pipe.py", "no regular file");
    }

    @Test
    void the_root_is_the_folder_that_holds_all_paths() {
        assertThat(Question.rootOf(List.of(folder.resolve("a/b"), folder.resolve("a/c/d.py"))))
                .isEqualTo(folder.resolve("a"));
    }
}
