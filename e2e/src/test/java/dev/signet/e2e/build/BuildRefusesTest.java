package dev.signet.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.e2e.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up modules below the project's own parent, each with one fault that must not build. */
class BuildRefusesTest {

    private static final String MARKS =
            "@NullMarked\npackage example;\n\nimport org.jspecify.annotations.NullMarked;\n";

    private static final Map<String, String> SOURCES =
            Map.of(
                    "good",
                    """
                    record Example(String name) {}
                    """,
                    "nulls",
                    """
                    import java.util.List;
                    import org.jspecify.annotations.Nullable;

                    record Example(List<@Nullable String> names) {
                        List<String> all() {
                            return names;
                        }
                    }
                    """,
                    "empty",
                    """
                    import java.util.Optional;

                    record Example(Optional<String> name) {
                        String known() {
                            return name().get();
                        }
                    }
                    """,
                    "lint",
                    """
                    import java.util.List;

                    record Example(List names) {}
                    """,
                    "bug",
                    """
                    record Example(String name) {
                        void check() {
                            new IllegalStateException("made and not thrown");
                        }
                    }
                    """,
                    "form",
                    """
                    record Example(String name){}
                    """,
                    "size",
                    "record Example(int start) {\n    int sum() {\n        int sum = start;\n"
                            + "        sum += 1;\n".repeat(60)
                            + "        return sum;\n    }\n}\n");

    @TempDir Path folder;

    @Test
    void each_fault_fails_its_module_and_the_faultless_one_builds() throws Exception {
        for (var source : SOURCES.entrySet()) {
            write(source.getKey(), source.getValue());
        }
        Files.writeString(folder.resolve("pom.xml"), aggregator());
        Path settings = Files.createDirectory(folder.resolve(".mvn"));
        for (String name : List.of("jvm.config", "size.xml")) {
            Files.copy(Project.root().resolve(".mvn").resolve(name), settings.resolve(name));
        }

        Command.Result result =
                Command.run(
                        folder,
                        Path.of(System.getProperty("java.home")),
                        List.of("mvn", "-B", "-o", "-fae", "verify"));

        String output = result.output();
        assertThat(result.status()).as(output).isNotZero();
        assertThat(output).containsPattern("good \\S+ \\.+ SUCCESS");
        for (String name : SOURCES.keySet()) {
            if (!name.equals("good")) {
                assertThat(output).containsPattern(name + " \\S+ \\.+ FAILURE");
            }
        }
        assertThat(output)
                .containsPattern("nulls/\\S+Example.java:\\[\\d+,\\d+\\] \\[NullAway\\]")
                .contains("Invoking get() on possibly empty Optional")
                .contains("found raw type: java.util.List")
                .contains("[DeadException]")
                .contains("The following files had format violations")
                .contains("Method sum length is 64 lines (max allowed is 60)");
    }

    private void write(String name, String text) throws IOException {
        Path sources =
                Files.createDirectories(folder.resolve(name).resolve("src/main/java/example"));
        Files.writeString(sources.resolve("package-info.java"), MARKS);
        Files.writeString(sources.resolve("Example.java"), "package example;\n\n" + text);
        Files.writeString(folder.resolve(name).resolve("pom.xml"), module(name));
    }

    private static String aggregator() {
        return SOURCES.keySet().stream()
                .map(name -> "<module>" + name + "</module>")
                .collect(
                        Collectors.joining(
                                "",
                                "<project><modelVersion>4.0.0</modelVersion><groupId>example</groupId>"
                                        + "<artifactId>all</artifactId><version>1</version>"
                                        + "<packaging>pom</packaging><modules>",
                                "</modules></project>"));
    }

    private String module(String name) {
        return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>dev.signet</groupId>
            <artifactId>signet</artifactId>
            <version>0.1.0-SNAPSHOT</version>
            <relativePath>%s</relativePath>
          </parent>
          <artifactId>%s</artifactId>
        </project>
        """
                .formatted(
                        folder.resolve(name).relativize(Project.root().resolve("pom.xml")), name);
    }
}
