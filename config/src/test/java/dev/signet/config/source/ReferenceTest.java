package dev.signet.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.access.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference's table is this project's table of settings. */
class ReferenceTest {

    private static final Path REFERENCE =
            Path.of(System.getProperty("signet.root"), "docs", "reference", "configuration.md");
    private static final Path EXPECTED = Path.of("target", "configuration-table.md");

    @Test
    void the_reference_holds_every_setting_as_it_is() throws Exception {
        String table =
                Table.settings().stream().map(ReferenceTest::row).collect(Collectors.joining("\n"));
        Files.writeString(EXPECTED, table + "\n");

        assertThat(Files.readString(REFERENCE))
                .as("put the rows of config/%s into %s", EXPECTED, REFERENCE)
                .contains("\n" + table + "\n");
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        setting.name(),
                        setting.type().form().replace("|", "\\|")
                                + (setting.secret() ? "; secret" : ""),
                        meaning(setting.fallback()),
                        setting.says());
    }

    private static String meaning(Fallback fallback) {
        return switch (fallback) {
            case Fallback.None(String meaning) -> meaning;
            case Fallback.Fixed(String text) -> text.isEmpty() ? "none" : "`" + text + "`";
            case Fallback.Derived(String meaning, var _) -> meaning;
            case Fallback.ByEnvironment(var texts) ->
                    Arrays.stream(Environment.values())
                            .map(environment -> "`" + texts.get(environment) + "`")
                            .collect(Collectors.joining(" / "));
        };
    }
}
