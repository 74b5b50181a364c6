package dev.signet.scanner.manifest;

import dev.signet.scanner.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gradle's build files, in Groovy and in Kotlin. */
final class GradleManifest {

    private static final int LINE_MAX = 2_000;

    private static final Pattern COORDINATES =
            Pattern.compile("[\"']([\\w.-]+:[\\w.-]+)(?::[^\"']{0,200})?[\"']");

    private static final Pattern GROUP =
            Pattern.compile("group\\s{0,4}[:=]\\s{0,4}[\"']([\\w.-]+)[\"']");

    private static final Pattern NAME =
            Pattern.compile("name\\s{0,4}[:=]\\s{0,4}[\"']([\\w.-]+)[\"']");

    private static final Pattern ALIAS = Pattern.compile("\\blibs\\.([\\w.]+)");

    private static final Pattern WORD = Pattern.compile("^\\s*[\"']?([A-Za-z]\\w*)");

    private final List<Dependency> found = new ArrayList<>();
    private final Deque<Boolean> blocks = new ArrayDeque<>();
    private String configuration = "";
    private boolean comment;

    private GradleManifest() {}

    static List<Dependency> dependencies(String text) {
        GradleManifest manifest = new GradleManifest();
        for (LineManifests.Line line : LineManifests.lines(text)) {
            if (line.text().length() < LINE_MAX) {
                manifest.line(line);
            }
        }
        return manifest.found;
    }

    static Dependency dependency(String coordinates, Span at) {
        String[] parts = coordinates.split(":", 4);
        String name = parts.length < 2 ? coordinates : parts[0] + ":" + parts[1];
        return new Dependency(Ecosystem.MAVEN, name, at);
    }

    private void line(LineManifests.Line line) {
        String plain = line.text().strip();
        if (comment || plain.startsWith("/*")) {
            comment = !plain.contains("*/");
            return;
        }
        if (plain.startsWith("//") || plain.startsWith("*")) {
            return;
        }
        Matcher word = WORD.matcher(line.text());
        if (word.find() && !COORDINATES.matcher(plain).lookingAt()) {
            configuration = word.group(1);
        }
        if (!isForTests() && !configuration.equals("exclude") && !plain.contains("exclude(")) {
            libraries(line);
        }
        braces(plain);
    }

    private boolean isForTests() {
        String lower = configuration.toLowerCase(Locale.ROOT);
        return lower.startsWith("test")
                || lower.startsWith("androidtest")
                || lower.contains("testimplementation")
                || lower.contains("testruntime")
                || lower.contains("testcompile")
                || lower.startsWith("jmh")
                || blocks.contains(true);
    }

    private void libraries(LineManifests.Line line) {
        Matcher coordinates = COORDINATES.matcher(line.text());
        while (coordinates.find()) {
            Span at = line.at(coordinates.start(1), coordinates.end(1));
            found.add(dependency(coordinates.group(1), at));
        }
        Matcher group = GROUP.matcher(line.text());
        Matcher name = NAME.matcher(line.text());
        if (group.find() && name.find()) {
            Span at = line.at(name.start(1), name.end(1));
            found.add(dependency(group.group(1) + ":" + name.group(1), at));
        }
        Matcher alias = ALIAS.matcher(line.text());
        while (alias.find()) {
            String library = library(alias.group(1));
            if (!library.isEmpty()) {
                Span at = line.at(alias.start(1), alias.end(1));
                found.add(new Dependency(Ecosystem.MAVEN, library, at));
            }
        }
    }

    /** What an alias of a version catalog stands for, when its name says so. */
    private static String library(String alias) {
        String name = alias.toLowerCase(Locale.ROOT).replace('.', '-');
        if (name.startsWith("versions-") || name.startsWith("plugins-")) {
            return "";
        }
        if (name.contains("nimbus-jose")) {
            return "com.nimbusds:nimbus-jose-jwt";
        }
        boolean server = name.contains("oauth2-resource-server") || name.contains("oauth2-jose");
        return server
                ? "org.springframework.security:spring-security-oauth2-jose"
                : "alias:" + name;
    }

    private void braces(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) == '{') {
                String head = plain.substring(0, i);
                boolean test = head.contains("Test") || head.strip().equals("test");
                blocks.push(test && !head.contains("tasks"));
            } else if (plain.charAt(i) == '}' && !blocks.isEmpty()) {
                blocks.pop();
            }
        }
    }
}
