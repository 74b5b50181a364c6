package dev.signet.scanner.gate;

import static dev.signet.scanner.gate.Project.places;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.result.ScanResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept between runs. */
class CacheTest {

    @TempDir private Path folder;
    @TempDir private Path cache;

    private Project project() throws Exception {
        return new Project(folder)
                .file("a.py", Project.DECODES)
                .file("b.py", Project.SIGNS)
                .cache(cache);
    }

    @Test
    void unchanged_files_are_not_parsed_again() throws Exception {
        ScanResult first = project().scan();
        ScanResult second = project().scan();

        assertThat(first.counts().parsed()).isEqualTo(2);
        assertThat(second.counts().parsed()).isZero();
        assertThat(second.counts().cached()).isEqualTo(2);
        assertThat(second.findings()).isEqualTo(first.findings());
    }

    @Test
    void changed_and_renamed_files_are() throws Exception {
        project().scan();
        Files.move(folder.resolve("a.py"), folder.resolve("c.py"));

        ScanResult result = project().file("a.py", "# jwt\n").file("b.py", Project.DECODES).scan();

        assertThat(result.counts().parsed()).isEqualTo(3);
        assertThat(places(result))
                .containsExactly("b.py:4 local-decode new", "c.py:4 local-decode new");
    }

    @Test
    void other_authority_modules_are_other_rules() throws Exception {
        project().scan();

        ScanResult result = project().settings("authority: [services/auth_core/**]\n").scan();

        assertThat(result.counts().parsed()).isEqualTo(2);
    }

    @Test
    void a_damaged_cache_changes_no_finding() throws Exception {
        ScanResult whole = project().scan();
        Path file = cache.resolve("signet-scan.cache");
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(42);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            Files.write(file, java.util.Arrays.copyOf(damaged, length));

            assertThat(project().scan().findings())
                    .as("seed 42, run " + i)
                    .isEqualTo(whole.findings());
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_only_remarked() throws Exception {
        Files.writeString(cache.resolve("file"), "");

        Answer answer = project().cache(cache.resolve("file/below")).ask();

        assertThat(answer.result().findings()).hasSize(2);
        assertThat(answer.remarks()).singleElement().asString().contains("cache");
    }
}
