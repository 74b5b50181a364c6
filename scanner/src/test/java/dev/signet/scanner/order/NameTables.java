package dev.signet.scanner.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A tree of files with tables of names, the secret's among many others. */
final class NameTables {

    /** Around each bound of the scanner (16 values, 32 entries, 64 in a group), and far beyond. */
    static final List<Integer> SIZES = List.of(15, 16, 17, 25, 32, 33, 40, 64, 65, 200);

    private NameTables() {}

    /** Names of settings, with the secret's as the last one. */
    static List<String> names(int size) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            names.add("SETTING_" + i);
        }
        names.add("JWT_SECRET_KEY");
        return names;
    }

    static void write(Path root) throws IOException {
        for (int size : SIZES) {
            write(root.resolve("t" + size + ".py"), python(size));
            write(root.resolve("t" + size + ".js"), javaScript(size));
            write(root.resolve("t" + size + ".rb"), ruby(size));
            write(root.resolve("t" + size + ".php"), php(size));
            write(root.resolve("t" + size + ".yml"), yaml(size));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static String pairs(int size, String sign) {
        return names(size).stream()
                .map(name -> "\"" + name.toLowerCase() + "\"" + sign + "\"" + name + "\"")
                .collect(Collectors.joining(",\n"));
    }

    static String python(int size) {
        return """
        import os
        NAMES = {%s}
        SETTINGS = {key: os.environ[NAMES[key]] for key in NAMES}
        def setting(key):
            return os.environ[NAMES[key]]
        for key, name in NAMES.items():
            SETTINGS[key] = os.environ[name]
        """
                .formatted(pairs(size, ": "));
    }

    private static String javaScript(int size) {
        return """
        const NAMES = {%s};
        export const setting = (key) => process.env[NAMES[key]];
        for (const name of Object.values(NAMES)) {
            console.log(process.env[name]);
        }
        """
                .formatted(pairs(size, ": "));
    }

    private static String ruby(int size) {
        return """
        NAMES = {%s}
        def setting(key)
          ENV[NAMES[key]]
        end
        """
                .formatted(pairs(size, " => "));
    }

    private static String php(int size) {
        return """
        <?php
        $names = [%s];
        foreach ($names as $name) {
            echo getenv($name);
        }
        """
                .formatted(pairs(size, " => "));
    }

    private static String yaml(int size) {
        return names(size).stream()
                .map(name -> "  " + name + ": ${" + name + "}\n")
                .collect(Collectors.joining("", "environment:\n", ""));
    }
}
