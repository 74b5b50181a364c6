package dev.signet.config.source;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** The settings file: parsed into nodes with their lines, never into objects. */
final class YamlFile {

    private static final int BYTES_MAX = 256 * 1024;
    private static final int DEPTH_MAX = 10;

    private YamlFile() {}

    static Contents read(Path file) {
        try {
            return parse(file, text(file));
        } catch (NoSuchFileException e) {
            return refused(file, "there is no such file", "create it or name another one");
        } catch (CharacterCodingException e) {
            return refused(file, "is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            return refused(file, "cannot be read", "check its permissions");
        }
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new IOException("longer than " + BYTES_MAX + " bytes");
            }
            var decoder = StandardCharsets.UTF_8.newDecoder(); // reports, does not replace
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    private static Contents parse(Path file, String text) {
        try {
            Node root = new Yaml(options()).compose(new StringReader(text));
            return root == null ? Contents.NONE : new YamlNodes(file).contents(root);
        } catch (MarkedYAMLException e) { // its message would quote the file
            return refused(place(file, e.getProblemMark()), "is not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            return refused(file.toString(), "has a character that YAML does not admit");
        } catch (YAMLException e) {
            return refused(file.toString(), "is not YAML that is accepted here");
        }
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setCodePointLimit(BYTES_MAX);
        options.setMaxAliasesForCollections(0);
        return options;
    }

    static String place(Path file, Mark mark) {
        return file + ":" + (mark.getLine() + 1);
    }

    private static Contents refused(String place, String what) {
        return Contents.refused(
                new Problem("settings file", new Origin(place, true), what, "correct it there"));
    }

    private static Contents refused(Path file, String what, String action) {
        return Contents.refused(
                new Problem("settings file", new Origin(file.toString(), true), what, action));
    }
}
