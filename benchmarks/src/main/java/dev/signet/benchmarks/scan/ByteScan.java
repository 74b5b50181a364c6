package dev.signet.benchmarks.scan;

import dev.signet.scanner.filter.Candidates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The floor: reads every file and looks for the literals, and does nothing else. */
public final class ByteScan {

    private ByteScan() {}

    /**
     * Prints how many files hold a literal.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        Candidates candidates = new Candidates(List.of());
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            long matter = all.parallelStream().filter(file -> matters(candidates, file)).count();
            System.out.println(matter);
        }
    }

    private static boolean matters(Candidates candidates, Path file) {
        try {
            return candidates.mayMatter(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
