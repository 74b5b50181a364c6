package dev.signet.scanner.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.FileScan;
import dev.signet.scanner.detect.AuthorityCode;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One tree has one report: in each process, with one worker or two, with a cache or without. */
class OneAnswerTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final int PROCESSES = 10;

    @TempDir private Path tree;
    @TempDir private Path cache;
    @TempDir private Path reports;

    @Test
    void ten_fresh_processes_write_the_same_bytes() throws Exception {
        NameTables.write(tree);
        copyCorpus();
        List<Callable<String>> runs = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            String workers = "-XX:ActiveProcessorCount=" + (1 + i % 2);
            Path report = reports.resolve(i + ".json");
            runs.add(() -> scan(report, workers, tree.toString()));
        }

        try (var two = Executors.newFixedThreadPool(2)) {
            List<String> said = two.invokeAll(runs).stream().map(Future::resultNow).toList();
            assertThat(Set.copyOf(said)).hasSize(1);
            assertThat(said.getFirst()).contains("secret-env-read").contains("local-decode");
        }
    }

    @Test
    void a_cache_changes_nothing_but_what_was_parsed() throws Exception {
        NameTables.write(tree);
        String one = "-XX:ActiveProcessorCount=1";
        String without = scan(reports.resolve("a"), one, tree.toString());
        String cold = scan(reports.resolve("b"), one, tree.toString(), cache.toString());
        String warm = scan(reports.resolve("c"), one, tree.toString(), cache.toString());

        assertThat(cold).isEqualTo(without);
        assertThat(warm).isNotEqualTo(without);
        assertThat(unparsed(warm)).isEqualTo(unparsed(without));
    }

    @Test
    void a_secret_is_found_in_a_table_of_any_size() {
        Map<Integer, List<String>> found = new HashMap<>();
        for (int size : NameTables.SIZES) {
            found.put(size, rules("a.py", NameTables.python(size)));
        }
        assertThat(found)
                .allSatisfy((size, rules) ->
                        assertThat(rules).as("of %d names", size).contains("secret-env-read"));
    }

    private static List<String> rules(String path, String text) {
        List<Finding> found =
                new FileScan(new AuthorityCode(Set.of())).findings(Source.of(path, text));
        return found.stream().map(finding -> finding.rule().id()).toList();
    }

    private static String unparsed(String report) {
        return report.replaceAll("\"(parsed|from_cache)\" ?: ?\\d+", "");
    }

    private void copyCorpus() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = tree.resolve("corpus").resolve(CORPUS.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static String scan(Path report, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", arguments[0]));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ScanOnce.class.getName());
        command.addAll(List.of(arguments).subList(1, arguments.length));
        Path said = report.resolveSibling(report.getFileName() + ".err");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(report.toFile())
                        .redirectError(said.toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        return Files.readString(report, StandardCharsets.UTF_8);
    }
}
