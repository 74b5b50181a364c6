package dev.signet.scanner.structure;

import dev.signet.scanner.detect.Report;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.manifest.Dependency;
import dev.signet.scanner.manifest.Manifests;
import dev.signet.scanner.setting.Settings;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what breaks the rules in files that are not code. Safe for many threads. */
public final class Structures {

    private static final int FIRST_LINE_MAX = 120;

    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "ksh", "dash", "ash");

    private final EmbeddedCode code;

    /**
     * @param code looks at programs that stand in scripts and pipelines
     */
    public Structures(EmbeddedCode code) {
        this.code = code;
    }

    /** Whether files of that path are understood. */
    public static boolean handles(String path) {
        return Format.of(path).isPresent() || Manifests.handles(path);
    }

    /**
     * The program that a script's first line says runs it: {@code bash}, {@code python3}; empty
     * when it says none.
     */
    public static String interpreter(Source source) {
        byte[] bytes = source.bytes();
        if (bytes.length < 4 || bytes[0] != '#' || bytes[1] != '!') {
            return "";
        }
        int end = Math.min(bytes.length, FIRST_LINE_MAX);
        String line = new String(bytes, 2, end - 2, StandardCharsets.ISO_8859_1);
        String[] words = line.lines().findFirst().orElse("").strip().split("\\s+", 6);
        String program = "";
        for (String word : words) {
            program = word.substring(word.lastIndexOf('/') + 1);
            if (!program.equals("env") && !program.startsWith("-")) {
                return program;
            }
        }
        return program;
    }

    /** What one file breaks; nothing when it is not understood. */
    public List<Finding> findings(Source source) {
        List<Finding> all = new ArrayList<>();
        Optional<Format> format = format(source);
        if (format.isPresent()) {
            Subject subject = new Subject(source, format.get(), code);
            new SettingRules(subject).report(format.get(), new Span(0, source.length()), 0);
            all.addAll(subject.findings());
        }
        manifest(source, all);
        return all;
    }

    private static void manifest(Source source, List<Finding> all) {
        if (!Manifests.handles(source.path())) {
            return;
        }
        Report report = new Report(source, "manifest");
        for (Dependency dependency : Manifests.dependencies(source.path(), Settings.text(source))) {
            if (dependency.ecosystem().isAboutTokens(dependency.name())) {
                report.add(
                        Rule.JWT_DEPENDENCY,
                        Confidence.HIGH,
                        dependency.at(),
                        "this " + Rule.JWT_DEPENDENCY.says() + ": " + dependency.name());
            }
        }
        all.addAll(report.findings());
    }

    private static Optional<Format> format(Source source) {
        Optional<Format> byName = Format.of(source.path());
        boolean script = byName.isEmpty() && SHELLS.contains(interpreter(source));
        return script ? Optional.of(Format.SHELL) : byName;
    }
}
