package dev.signet.scanner.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, it is read in one pass and without an exception. */
class BadInputTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final long SEED = 20_260_101;

    /** Pieces that open something, or stand where a reader has to decide. */
    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "'",
                    "`",
                    "{",
                    "}",
                    "[",
                    "]",
                    "(",
                    ")",
                    "${",
                    "{{",
                    "}}",
                    "$(",
                    "${{",
                    "<<",
                    "<<E\n",
                    "<",
                    ">",
                    "<a",
                    "</a>",
                    "<!--",
                    "<![CDATA[",
                    "/*",
                    "#",
                    "//",
                    "\\",
                    "\n",
                    "\r\n",
                    "\t",
                    "  ",
                    "- ",
                    ": ",
                    "=",
                    "|\n",
                    ">-\n",
                    "---\n",
                    "JWT_SECRET",
                    "JWT_SECRET_KEY=x ",
                    "jwt:",
                    "secret: ",
                    "%",
                    "!",
                    "&a ",
                    "*a",
                    "\u0000",
                    "\u00e9",
                    "[[",
                    "\"\"\"",
                    "'''",
                    "export ",
                    "python -c ",
                    "ENV ",
                    "RUN ",
                    "require (\n",
                    "gem \"jwt\"\n",
                    "name: ",
                    "value: ",
                    ",",
                    "@",
                    "${A:-",
                    "$",
                    "import jwt",
                    "\\\n",
                    "|",
                    ";",
                    "&&",
                    "variable \"jwt_secret\" {",
                    "\uFEFF");

    private static final Structures STRUCTURES = new Structures((_, _) -> List.of());

    static Stream<String> paths() {
        return Stream.of(
                ".env",
                "a.env.example",
                "a.sh",
                "script",
                "Dockerfile",
                "a.yml",
                "a.json",
                "a.toml",
                "a.ini",
                "a.properties",
                "a.tf",
                "nginx.conf",
                "a.xml",
                "Makefile",
                "pom.xml",
                "build.gradle",
                "build.gradle.kts",
                "build.sbt",
                "libs.versions.toml",
                "package.json",
                "package-lock.json",
                "yarn.lock",
                "pnpm-lock.yaml",
                "requirements.txt",
                "pyproject.toml",
                "setup.py",
                "setup.cfg",
                "Pipfile",
                "Pipfile.lock",
                "poetry.lock",
                "environment.yml",
                "go.mod",
                "Gemfile",
                "Gemfile.lock",
                "a.gemspec",
                "composer.json",
                "composer.lock",
                "a.csproj",
                "packages.config",
                "packages.lock.json",
                "Cargo.toml",
                "Cargo.lock");
    }

    private static List<Finding> scan(String path, byte[] bytes) {
        List<Finding> findings = STRUCTURES.findings(new Source(path, bytes));
        Source source = new Source(path, bytes);
        for (Finding finding : findings) {
            assertThat(finding.at().line()).isBetween(1, source.lineCount());
        }
        return findings;
    }

    private static List<Finding> scan(String path, String text) {
        return scan(path, Source.of(path, text).bytes());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void random_bytes_are_read(String path) {
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            scan(path, bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void what_opens_and_never_closes_is_read(String path) {
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder(path.equals("script") ? "#!/bin/sh\n" : "");
            int pieces = random.nextInt(200);
            for (int piece = 0; piece < pieces; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            scan(path, text.toString());
        }
    }

    /** What takes time by the square of the length does not come to an end here. */
    @ParameterizedTest
    @MethodSource("paths")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void a_file_of_one_piece_comes_to_an_end(String path) {
        for (String piece : PIECES) {
            String text = piece.repeat(Math.max(1, 100_000 / piece.length()));
            assertThat(scan(path, text).size() + scan(path, "jwt: secret: " + text).size())
                    .isNotNegative();
        }
    }

    @Test
    void a_megabyte_on_one_line_is_read() {
        String text = "{\"a\": \"JWT_SECRET=x ${JWT_SECRET_KEY} \", ".repeat(20_000);
        paths().forEach(path -> scan(path, text));
    }

    @Test
    void every_file_of_the_corpus_can_end_anywhere() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = CORPUS.relativize(file);
                if (!Structures.handles(relative.toString())) {
                    continue;
                }
                String path = relative.subpath(1, relative.getNameCount()).toString();
                byte[] bytes = Files.readAllBytes(file);
                for (int end = 0; end < bytes.length; end += 1 + bytes.length / 23) {
                    scan(path, Arrays.copyOf(bytes, end));
                }
            }
        }
    }
}
