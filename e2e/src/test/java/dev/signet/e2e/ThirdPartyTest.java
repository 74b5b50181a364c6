package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** THIRD-PARTY.md lists what is distributed, and nothing else. */
class ThirdPartyTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+\\.jar)` \\| (\\S.*) \\|$");

    @Test
    void each_jar_of_the_distribution_is_listed_with_its_licence() throws IOException {
        String page = Files.readString(Project.root().resolve("THIRD-PARTY.md"));
        List<String> listed = ROW.matcher(page).results().map(row -> row.group(1)).toList();

        assertThat(distributed()).hasSizeGreaterThan(40);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(distributed());
    }

    @Test
    void the_licence_is_there_whole() throws IOException {
        assertThat(Project.root().resolve("LICENSE"))
                .content()
                .contains("Apache License", "Version 2.0, January 2004", "END OF TERMS AND");
        assertThat(Files.readString(Project.root().resolve("NOTICE"))).contains("THIRD-PARTY.md");
    }

    private static List<String> distributed() throws IOException {
        try (Stream<Path> jars = Files.list(Project.libraries())) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("signet-"))
                    .toList();
        }
    }
}
