package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of a log reads {@code event=name key=value …}, so that one query finds them all. */
class LogLinesTest {

    private static final Pattern LOGGER = Pattern.compile("Logger (\\w+) =\\s+LoggerFactory");
    private static final Pattern LINE =
            Pattern.compile(
                    "\\bLOG\\s*\\.(?:trace|debug|info|warn|error)\\(\\s*"
                            + "((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*)?)+|[^\"])");
    private static final String VALUE = "(?:\\{\\}|[a-z0-9_]+|\\\\\"[^\"]*\\\\\")";
    private static final Pattern FORM =
            Pattern.compile("event=(?:[a-z][a-z0-9_]*|\\{\\})(?: [a-z_]+=" + VALUE + ")*");

    private record Found(Path file, String text) {}

    private static List<Found> all(Pattern pattern) throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Project.root())) {
            for (Path file : files.filter(LogLinesTest::isMainCode).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(new Found(file, matcher.group(1)));
                }
            }
        }
        return found;
    }

    private static boolean isMainCode(Path file) {
        return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
    }

    private static String joined(String literals) {
        return literals.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("^\"|\"\\s*\\+?\\s*$", "");
    }

    @Test
    void every_logger_has_the_same_name() throws IOException {
        assertThat(all(LOGGER))
                .hasSizeGreaterThan(20)
                .allSatisfy(found -> assertThat(found.text()).as("%s", found).isEqualTo("LOG"));
    }

    @Test
    void every_line_names_its_event_first_and_then_pairs() throws IOException {
        assertThat(all(LINE))
                .hasSizeGreaterThan(60)
                .allSatisfy(found ->
                        assertThat(joined(found.text())).as("%s", found.file()).matches(FORM));
    }
}
