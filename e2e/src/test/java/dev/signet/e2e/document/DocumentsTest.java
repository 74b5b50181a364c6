package dev.signet.e2e.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.cli.command.SignetCommand;
import dev.signet.e2e.Project;
import dev.signet.scanner.settings.SettingsReader;
import dev.signet.token.jose.StrictJson;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Each code block of a document goes through the checker of its kind; a block that no checker takes
 * fails. A block that cannot be checked says why in a comment above: {@code <!-- fragment: reason
 * -->}.
 */
class DocumentsTest {

    private static final String RULES = "docs/scanner.md";

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> each_code_block_holds() {
        List<Block> blocks =
                Block.documents().stream().flatMap(file -> Block.in(file).stream()).toList();
        assertThat(blocks).hasSizeGreaterThan(20);
        return blocks.stream()
                .filter(block -> block.fragment().isEmpty())
                .filter(block -> !RuleExamples.isOne(block))
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> check(block)));
    }

    @TestFactory
    Stream<DynamicTest> each_violation_that_the_scanners_reference_shows_is_found() {
        List<Block> examples = Block.in(RULES).stream().filter(RuleExamples::isOne).toList();
        assertThat(examples).hasSizeGreaterThan(20);
        return examples.stream()
                .map(block ->
                        DynamicTest.dynamicTest(
                                block.heading() + " " + block,
                                () -> RuleExamples.check(block, folder)));
    }

    @Test
    void a_block_of_an_unknown_kind_or_with_a_fault_is_found() {
        for (String text :
                List.of(
                        "```cobol\nSTOP RUN.\n```",
                        "```\nno kind\n```",
                        "```json\n{\"a\":1,\"a\":2}\n```",
                        "```sh\nbin/signet scan . --no-such-option\n```",
                        "```sh\nif true\n```",
                        "    bin/signet no-such-command",
                        "```yaml\nenvironment: prodution\n```")) {
            Block block = Block.read("made-up.md", text.lines().toList()).getFirst();
            assertThatThrownBy(() -> check(block)).as(text).isInstanceOf(AssertionError.class);
        }
        String marked = "<!-- fragment: only for this test -->\n```cobol\nSTOP RUN.\n```";
        assertThat(Block.read("made-up.md", marked.lines().toList()).getFirst().fragment())
                .contains("only for this test");
    }

    private void check(Block block) throws Exception {
        switch (block.language()) {
            case "java" -> compile(block);
            case "json" -> assertThat(StrictJson.parseObject(bytes(block))).isPresent();
            case "yaml" -> load(block);
            case "xml" -> parseXml(block);
            case "sh", "indented" -> understand(block);
            default -> throw new AssertionError("no checker for " + block);
        }
    }

    /** The SDK's version of Java, and the frame that stands in resources/frames. */
    private void compile(Block block) throws IOException {
        Path source = folder.resolve("Example.java");
        Files.writeString(source, block.framed());
        var errors = new java.io.ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                errors,
                                errors,
                                "--release",
                                "17",
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    private void load(Block block) throws IOException {
        Path file = Files.writeString(folder.resolve("block.yaml"), block.text() + "\n");
        if (block.file().equals(RULES)) {
            assertThat(SettingsReader.read(file, "block.yaml").allow()).isNotEmpty();
            return;
        }
        int status =
                SignetCommand.run("config", "check", "--for", "serve", "--config", file.toString());
        assertThat(status).as("config check of " + block).isZero();
    }

    private static void parseXml(Block block) throws Exception {
        String whole = "<block>" + block.text() + "</block>";
        javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
    }

    /** The shell reads it, each script is there, and each command knows its options. */
    private void understand(Block block) throws Exception {
        Path file = Files.writeString(folder.resolve("block.sh"), block.text() + "\n");
        Process shell =
                new ProcessBuilder("bash", "-n", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("shell.log").toFile())
                        .start();
        assertThat(shell.waitFor()).as("bash -n of " + block).isZero();
        for (String line : block.text().replaceAll("\\\\\n *", "").split("\n", -1)) {
            String command = line.replaceFirst("(^| )#.*$", "").replaceFirst(" >.*$", "").strip();
            if (command.startsWith("bin/")) {
                known(command.split(" +", -1));
            }
        }
    }

    private static void known(String[] words) {
        assertThat(Project.root().resolve(words[0])).isExecutable();
        if (!words[0].equals("bin/signet")) {
            return;
        }
        CommandLine line = new CommandLine(SignetCommand.class);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setErr(new java.io.PrintWriter(new StringWriter()));
        try {
            line.parseArgs(List.of(words).subList(1, words.length).toArray(new String[0]));
        } catch (CommandLine.ParameterException e) {
            throw new AssertionError(String.join(" ", words) + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Block block) {
        return block.text().getBytes(StandardCharsets.UTF_8);
    }
}
