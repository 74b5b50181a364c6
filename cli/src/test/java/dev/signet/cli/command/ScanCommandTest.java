package dev.signet.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pipelines see of {@code signet scan}: its exit status and its files. */
class ScanCommandTest {

    @TempDir private Path folder;
    @TempDir private Path out;

    @BeforeEach
    void aTree() throws Exception {
        Files.writeString(folder.resolve("a.py"), "import jwt\n\ntoken = jwt.encode({}, key)\n");
        Files.createDirectory(folder.resolve("clean"));
    }

    private int scan(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "scan";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--output";
        all[arguments.length + 2] = out.resolve("report").toString();
        return SignetCommand.run(all);
    }

    private String tree() {
        return folder.toString();
    }

    @Test
    void nothing_found_is_zero_and_findings_are_one() throws Exception {
        assertThat(scan(folder.resolve("clean").toString())).isZero();
        assertThat(scan(tree(), "--json")).isEqualTo(1);
        assertThat(Files.readString(out.resolve("report"))).contains("\"local-sign\"");
    }

    @Test
    void what_cannot_be_meant_is_two() throws Exception {
        assertThat(scan()).isEqualTo(2);
        assertThat(scan(tree(), "nowhere")).isEqualTo(2);
        assertThat(scan(tree(), "--format", "html")).isEqualTo(2);
        assertThat(scan(tree(), "--no-such-option")).isEqualTo(2);
        assertThat(scan(tree(), "--update-baseline")).isEqualTo(2);
        assertThat(scan(tree(), "--since", "HEAD")).isEqualTo(2);
        assertThat(scan(tree(), "--config", "nowhere.yaml")).isEqualTo(2);
        assertThat(scan("--compare", tree())).isEqualTo(2);
        assertThat(scan("--explain", "no-such-rule")).isEqualTo(2);
        Files.writeString(folder.resolve(".signet-scan.yaml"), "allow: yes\n");
        assertThat(scan(tree())).isEqualTo(2);
    }

    @Test
    void known_findings_pass_and_new_ones_do_not() throws Exception {
        String baseline = out.resolve("baseline.json").toString();
        assertThat(scan(tree(), "--baseline", baseline)).isEqualTo(2);
        assertThat(scan(tree(), "--baseline", baseline, "--update-baseline")).isZero();
        assertThat(scan(tree(), "--baseline", baseline)).isZero();

        Files.writeString(folder.resolve("b.py"), "import jwt\n\njwt.encode({}, other)\n");

        assertThat(scan(tree(), "--baseline", baseline)).isEqualTo(1);
        assertThat(scan(tree(), "--baseline", baseline, "--update-baseline")).isEqualTo(1);
        assertThat(scan(tree(), "--baseline", baseline)).isEqualTo(1);
    }

    @Test
    void comparing_fails_when_something_came() {
        String clean = folder.resolve("clean").toString();
        assertThat(scan("--compare", clean, tree())).isEqualTo(1);
        assertThat(scan("--compare", tree(), clean)).isZero();
    }
}
