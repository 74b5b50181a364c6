package dev.signet.scanner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.run.Progress;
import dev.signet.scanner.tree.Skipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder with files of somebody else, and questions about it. */
final class Project {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    /** A file with one finding, local-decode on line 4. */
    static final String DECODES =
            """
            import jwt

            def claims(token, key):
                return jwt.decode(token, key, algorithms=["ES256"], audience="a", issuer="b")
            """;

    /** A file with one finding, local-sign on line 4. */
    static final String SIGNS =
            """
            import jwt

            def made(claims, key):
                return jwt.encode(claims, key, algorithm="ES256")
            """;

    private final Path root;
    private Ratchet ratchet = Ratchet.NONE;
    private Optional<Path> cache = Optional.empty();
    private Optional<String> since = Optional.empty();
    private boolean includeTests;

    Project(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Project file(String path, String text) throws IOException {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Project file(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    Project settings(String yaml) throws IOException {
        return file(".signet-scan.yaml", yaml);
    }

    Project baseline(String file) {
        ratchet = new Ratchet(Optional.of(root.resolve(file)), false, Optional.empty());
        return this;
    }

    Project update(String file) {
        ratchet = new Ratchet(Optional.of(root.resolve(file)), true, Optional.empty());
        return this;
    }

    Project base(String file, String revision) {
        ratchet = new Ratchet(Optional.of(root.resolve(file)), false, Optional.of(revision));
        return this;
    }

    Project cache(Path folder) {
        cache = Optional.of(folder);
        return this;
    }

    Project since(String revision) {
        since = Optional.of(revision);
        return this;
    }

    Project includeTests() {
        includeTests = true;
        return this;
    }

    Answer ask(String... paths) throws Exception {
        List<Path> some = new ArrayList<>();
        for (String path : paths) {
            some.add(root.resolve(path));
        }
        Question question =
                new Question(
                        root,
                        some.isEmpty() ? List.of(root) : some,
                        Optional.empty(),
                        includeTests,
                        cache,
                        since);
        return new Gate(CLOCK, Progress.SILENT).ask(question, ratchet);
    }

    ScanResult scan(String... paths) throws Exception {
        return ask(paths).result();
    }

    /** What was found, as {@code path:line rule status}. */
    static List<String> places(ScanResult result) {
        return result.findings().stream().map(Project::place).toList();
    }

    private static String place(Judged one) {
        return one.finding().path()
                + ":"
                + one.finding().at().line()
                + " "
                + one.finding().rule().id()
                + " "
                + one.status().id();
    }

    static Map<String, String> skipped(ScanResult result) {
        Map<String, String> reasons = new TreeMap<>();
        for (Skipped skipped : result.skipped()) {
            reasons.put(skipped.path(), skipped.reason());
        }
        return reasons;
    }

    /** Runs git here, as somebody. */
    Project git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        "git",
                        "-c",
                        "user.name=a",
                        "-c",
                        "user.email=a@b.example",
                        "-c",
                        "init.defaultBranch=main",
                        "-c",
                        "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return this;
    }

    Project commit(String subject) throws Exception {
        return git("add", "-A").git("commit", "-q", "-m", subject);
    }
}
