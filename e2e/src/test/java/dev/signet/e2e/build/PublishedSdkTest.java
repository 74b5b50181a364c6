package dev.signet.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.e2e.Project;
import dev.signet.e2e.document.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/publish} makes a Maven repository that a fresh project on Java 17 can use. */
class PublishedSdkTest {

    private static final Path RUNNING_JAVA = Path.of(System.getProperty("java.home"));
    private static final List<String> JARS =
            List.of("signet-token", "signet-verifier", "signet-handshake");

    @TempDir static Path folder;

    private static Path repository;

    @BeforeAll
    static void publish() throws Exception {
        repository = folder.resolve("repository");
        Command.Result result =
                Command.run(
                        folder, RUNNING_JAVA, List.of(script("publish"), repository.toString()));
        assertThat(result.status()).as(result.output()).isZero();
    }

    @Test
    void each_part_has_its_jar_sources_and_documentation() {
        for (String artifact : JARS) {
            assertThat(published(artifact))
                    .filteredOn(name -> name.endsWith(".jar") || name.endsWith(".pom"))
                    .map(name ->
                            name.replaceFirst(
                                    "^" + artifact + "-[0-9.]+-[0-9]+\\.[0-9]+-[0-9]+", ""))
                    .containsExactlyInAnyOrder("-sources.jar", "-javadoc.jar", ".jar", ".pom");
        }
        assertThat(published("signet-bom")).filteredOn(name -> name.endsWith(".pom")).hasSize(1);
        assertThat(folders(repository.resolve("dev/signet")))
                .containsExactlyInAnyOrder(
                        "signet-bom", "signet-token", "signet-verifier", "signet-handshake");
    }

    @Test
    void each_file_has_a_checksum_that_is_right() throws Exception {
        try (Stream<Path> files = Files.walk(repository)) {
            List<Path> checked =
                    files.filter(file -> file.toString().matches(".*\\.(jar|pom|xml)")).toList();
            assertThat(checked).hasSizeGreaterThanOrEqualTo(21);
            for (Path file : checked) {
                Path sum = file.resolveSibling(file.getFileName() + ".sha1");
                assertThat(Files.readString(sum).strip()).isEqualTo(sha1(file));
            }
        }
    }

    @Test
    void each_pom_stands_by_itself_and_names_the_licence() throws Exception {
        try (Stream<Path> files = Files.walk(repository)) {
            List<Path> poms = files.filter(file -> file.toString().endsWith(".pom")).toList();
            assertThat(poms).hasSize(4);
            for (Path pom : poms) {
                assertThat(Files.readString(pom))
                        .contains("<name>Apache-2.0</name>")
                        .doesNotContain("<parent>", "<scope>test</scope>", "signet-testkit");
            }
        }
    }

    /** What README.md shows, in a project that knows the folder and nothing else of ours. */
    @Test
    void a_fresh_project_builds_and_runs_the_example_on_java_17() throws Exception {
        Path project = Files.createDirectory(folder.resolve("fresh"));
        Path source =
                Files.createDirectories(project.resolve("src/main/java/example"))
                        .resolve("Example.java");
        Block example =
                Block.in("README.md").stream()
                        .filter(block -> block.language().equals("java"))
                        .findFirst()
                        .orElseThrow();
        Files.writeString(source, example.framed());
        Files.writeString(
                project.resolve("pom.xml"),
                resource("pom.xml").replace("REPOSITORY", repository.toUri().toString()));
        Files.writeString(
                project.resolve("settings.xml"),
                resource("settings.xml").replace("CENTRAL", localRepository().toUri().toString()));

        Path java17 = java17();
        Command.Result build =
                Command.run(
                        project,
                        java17,
                        List.of(
                                "mvn",
                                "-B",
                                "-q",
                                "-s",
                                "settings.xml",
                                "-Dmaven.repo.local=" + folder.resolve("local"),
                                "compile",
                                "dependency:build-classpath",
                                "-Dmdep.outputFile=class.path"));
        assertThat(build.status()).as(build.output()).isZero();
        String classPath = Files.readString(project.resolve("class.path"));
        assertThat(classPath).contains("signet-verifier", "signet-token", "signet-handshake");
        Command.Result run =
                Command.run(
                        project,
                        java17,
                        List.of(
                                java17.resolve("bin/java").toString(),
                                "-cp",
                                "target/classes:" + classPath,
                                "example.Example"));

        assertThat(run.output()).contains("answered 401 alg_not_allowed");
        assertThat(run.status()).as(run.output()).isZero();
    }

    /** Where there is no JDK 17, this one compiles with {@code --release 17}, and says so. */
    private static Path java17() throws Exception {
        Command.Result found = Command.run(folder, RUNNING_JAVA, List.of(script("jdk"), "17"));
        if (found.status() != 0) {
            System.err.println("No JDK 17 here; the example is compiled for 17 and runs on 25.");
            return RUNNING_JAVA;
        }
        return Path.of(found.output().strip());
    }

    private static String script(String name) {
        return Project.root().resolve("bin").resolve(name).toString();
    }

    private static Path localRepository() {
        return Path.of(System.getProperty("signet.repository"));
    }

    private static List<String> published(String artifact) {
        List<Path> versions = paths(repository.resolve("dev/signet").resolve(artifact));
        Path version = versions.stream().filter(Files::isDirectory).findFirst().orElseThrow();
        return folders(version);
    }

    private static List<String> folders(Path place) {
        return paths(place).stream().map(path -> path.getFileName().toString()).toList();
    }

    private static List<Path> paths(Path place) {
        try (Stream<Path> found = Files.list(place)) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(sum);
    }

    private static String resource(String name) throws IOException {
        return Files.readString(
                Project.root().resolve("e2e/src/test/resources/fresh").resolve(name));
    }
}
