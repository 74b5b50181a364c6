package dev.signet.scanner.corpus;

import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the corpus and what must be found in it. A line says so itself, in a comment: {@code
 * expect: local-decode, weak-validation}; {@code expect-next:} speaks for the line below. Formats
 * without comments have a file of the same name and {@code .expected}, with lines like {@code 3:
 * jwt-dependency}. {@code authority-modules: a, b} names the authority's code.
 */
record Case(String language, Source source, Set<Mark> expected, Set<String> authorityModules) {

    private static final Pattern EXPECT = Pattern.compile("expect(-next)?:\\s*([a-z, -]+)");
    private static final Pattern SIDECAR = Pattern.compile("(\\d+):\\s*([a-z, -]+)");
    private static final Pattern MODULES = Pattern.compile("authority-modules:\\s*([\\w., /]+)");

    /** A rule that is broken on a line. */
    record Mark(Rule rule, int line) {}

    /** Reads a file of the corpus. */
    static Case read(Path corpus, Path file) {
        Path relative = corpus.relativize(file);
        String language = relative.getName(0).toString();
        String path = relative.subpath(1, relative.getNameCount()).toString().replace('\\', '/');
        try {
            Source source = new Source(path, Files.readAllBytes(file));
            Path sidecar = file.resolveSibling(file.getFileName() + ".expected");
            Set<Mark> marks =
                    Files.exists(sidecar) ? sidecar(Files.readString(sidecar)) : marks(source);
            return new Case(language, source, marks, modules(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Mark> marks(Source source) {
        Set<Mark> marks = new HashSet<>();
        for (int line = 1; line <= source.lineCount(); line++) {
            Matcher expect = EXPECT.matcher(source.line(line));
            while (expect.find()) {
                add(expect.group(2), expect.group(1) == null ? line : line + 1, marks);
            }
        }
        return marks;
    }

    private static Set<Mark> sidecar(String text) {
        Set<Mark> marks = new HashSet<>();
        Matcher expect = SIDECAR.matcher(text);
        while (expect.find()) {
            add(expect.group(2), Integer.parseInt(expect.group(1)), marks);
        }
        return marks;
    }

    private static void add(String rules, int line, Set<Mark> marks) {
        for (String id : rules.split(",")) {
            Optional<Rule> rule = Rule.ofId(id.strip());
            marks.add(new Mark(rule.orElseThrow(() -> unknown(id)), line));
        }
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("no such rule: " + id);
    }

    private static Set<String> modules(Source source) {
        Set<String> modules = new TreeSet<>();
        Matcher named = MODULES.matcher(source.text());
        while (named.find()) {
            for (String module : named.group(1).split(",")) {
                modules.add(module.strip());
            }
        }
        return modules;
    }

    @Override
    public String toString() {
        return language + "/" + source.path();
    }
}
