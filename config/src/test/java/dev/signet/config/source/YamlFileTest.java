package dev.signet.config.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    private @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat:\n  model:\n    name: m\n    base-url: https://m.example.com",
                "chat.model:\n  name: m\n  base-url: https://m.example.com",
                "chat.model.name: m\nchat.model.base-url: https://m.example.com",
                "{chat: {model: {name: m, base-url: 'https://m.example.com'}}}"
            })
    void names_may_be_nested_or_dotted(String yaml) {
        assertThat(started(yaml).explained("chat.model.name").value()).contains("m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "websocket.origins: https://a.example.com, https://b.example.com",
                "websocket.origins: [https://a.example.com, https://b.example.com]",
                "websocket:\n  origins:\n    - https://a.example.com\n    - 'https://b.example.com'"
            })
    void a_list_may_be_a_sequence_or_one_text(String yaml) {
        assertThat(started(yaml).settings(Command.DEMO).webSocket().origins())
                .hasToString("[https://a.example.com, https://b.example.com]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "chat:\n#  port: 1\n", "chat: {}"})
    void a_file_may_say_nothing(String yaml) {
        assertThat(started(yaml).problems(Command.DEMO)).isEmpty();
    }

    @Test
    void texts_stay_as_they_are_written() {
        assertThat(started("chat.client-id: 2026-11-01").explained("chat.client-id").value())
                .contains("2026-11-01");
        assertThat(started("chat.client-id: 0x1F").explained("chat.client-id").value())
                .contains("0x1F");
        assertThat(started("chat.client-id: on").explained("chat.client-id").value())
                .contains("on");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("the same name twice", "chat.port: 1\nchat:\n  port: 2", ":3"),
                Arguments.of("twice in a row", "data: a\ndata: b", ":2"),
                Arguments.of("no value", "chat:\n  port:", ":2"),
                Arguments.of("null", "data: null", ":1"),
                Arguments.of("a tag", "data: !secret x", ":1"),
                Arguments.of("an object", "data: !!java.net.URL [http://x.example]", ":1"),
                Arguments.of("an anchor", "data: &a x", ":1"),
                Arguments.of("an anchored section", "chat: &a {port: 1}\n", ":1"),
                Arguments.of("an alias of nothing", "data: *a", ":1"),
                Arguments.of("a list of one", "chat:\n  port: [8081]", ":2"),
                Arguments.of("a list in a list", "websocket.origins: [[a]]", ":1"),
                Arguments.of("a comma in a list", "websocket.origins: ['a,b']", ":1"),
                Arguments.of("a text", "just a text", ":1"),
                Arguments.of("a list", "- data", ":1"),
                Arguments.of("a key that is no text", "? [a]\n: b", ":1"),
                Arguments.of("a tab", "chat:\n\tport: 1", ":2"),
                Arguments.of("two documents", "data: a\n---\ndata: b", ":2"),
                Arguments.of("an open quote", "data: 'a", ":1"),
                Arguments.of("too deep", "a: ".repeat(1) + "{a: ".repeat(20) + "}".repeat(20), ""),
                Arguments.of("a section that is a value", "authority: 5", ":1"),
                Arguments.of("a value that is a section", "data: {x: 1}", ":1"),
                Arguments.of("a control character", "data: \u0001", ""),
                Arguments.of("too long", "#".repeat(300_000), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_settings_do_not_need_is_refused_with_its_line(String name, String yaml, String line) {
        List<Problem> problems = started(yaml).problems(Command.DEMO);

        assertThat(problems).as(name).isNotEmpty();
        assertThat(problems.getFirst().origin().text()).endsWith("signet.yaml" + line);
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        byte[] bytes = "data: caf\u00e9".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(Started.in(folder).yaml(bytes).problems(Command.DEMO))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("UTF-8"));
    }

    @Test
    void a_syntax_error_does_not_quote_the_file() {
        String yaml = "chat:\n  client-secret: hunter2\n bad: [\n";

        assertThat(started(yaml).problems(Command.DEMO).toString()).doesNotContain("hunter2");
    }

    @Test
    void a_folder_is_no_file() {
        assertThat(Started.in(folder).file(folder).problems(Command.DEMO)).hasSize(1);
    }

    private Started started(String yaml) {
        return Started.in(folder).yaml(yaml.getBytes(UTF_8));
    }
}
