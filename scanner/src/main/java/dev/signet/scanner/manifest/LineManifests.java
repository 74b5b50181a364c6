package dev.signet.scanner.manifest;

import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Manifests of lines. */
final class LineManifests {

    private static final Pattern GO =
            Pattern.compile("^\\s*(?:require\\s+)?([\\w.-]+\\.[\\w./~-]+)\\s+v\\d");

    private static final Pattern SBT =
            Pattern.compile("\"([\\w.-]+)\"\\s*%{1,3}\\s*\"([\\w.-]+)\"");

    private static final Pattern SETUP_LIST =
            Pattern.compile("([A-Za-z_]{1,60})[\"']?\\s{0,20}[=:]\\s{0,20}[\\[(]");

    private LineManifests() {}

    /** A line of a file and where it begins. */
    record Line(String text, int start) {
        Span at(int from, int to) {
            return new Span(start + from, start + to);
        }
    }

    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            lines.add(new Line(text.substring(at, stop), at));
            at = stop + 1;
        }
        return lines;
    }

    static List<Dependency> requirements(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Line line : lines(text)) {
            String content = line.text;
            int comment = content.indexOf(" #");
            String plain = comment < 0 ? content : content.substring(0, comment);
            boolean option = plain.strip().startsWith("-") && !plain.contains("egg=");
            boolean url =
                    plain.contains("://") && !plain.contains("egg=") && !plain.contains(" @ ");
            if (!option && !url && !plain.strip().startsWith("#")) {
                found.addAll(Requirement.of(plain, line.start));
            }
        }
        return found;
    }

    static List<Dependency> goMod(String text) {
        List<Dependency> found = new ArrayList<>();
        String block = "";
        for (Line line : lines(text)) {
            String plain = line.text.strip();
            if (plain.endsWith("(")) {
                block = plain.substring(0, plain.length() - 1).strip();
            } else if (plain.equals(")")) {
                block = "";
            } else if (block.equals("require")
                    || (block.isEmpty() && plain.startsWith("require"))) {
                Matcher module = GO.matcher(line.text);
                if (line.text.length() < 1_000 && module.find()) {
                    Span at = line.at(module.start(1), module.end(1));
                    found.add(new Dependency(Ecosystem.GO, module.group(1), at));
                }
            }
        }
        return found;
    }

    /** Headers of entries: {@code "jsonwebtoken@npm:^9.0.0, jsonwebtoken@npm:^9.0.2":}. */
    static List<Dependency> yarnLock(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Line line : lines(text)) {
            String plain = line.text.stripTrailing();
            boolean header = !plain.isEmpty() && plain.charAt(0) > ' ' && plain.charAt(0) != '#';
            if (header && plain.endsWith(":") && !plain.contains("@workspace:")) {
                int from = plain.charAt(0) == '"' ? 1 : 0;
                String name = JsonManifests.withoutVersion(plain.substring(from));
                found.add(new Dependency(Ecosystem.NPM, name, line.at(from, from + name.length())));
            }
        }
        return found;
    }

    static List<Dependency> sbt(String text) {
        List<Dependency> found = new ArrayList<>();
        for (Line line : lines(text)) {
            boolean comment = line.text.strip().startsWith("//");
            if (line.text.length() > 1_000
                    || comment
                    || line.text.contains("% Test")
                    || line.text.contains("% \"test\"")) {
                continue;
            }
            Matcher module = SBT.matcher(line.text);
            while (module.find()) {
                String name = module.group(1) + ":" + module.group(2);
                Span at = line.at(module.start(2), module.end(2));
                found.add(new Dependency(Ecosystem.MAVEN, name, at));
            }
        }
        return found;
    }

    /** Lists of strings that are given to what is called like requirements. */
    static List<Dependency> setupPy(String text) {
        List<Dependency> found = new ArrayList<>();
        Matcher list = SETUP_LIST.matcher(text);
        int from = 0;
        while (list.find(from)) {
            String name = list.group(1).toLowerCase(Locale.ROOT);
            boolean needed =
                    (name.contains("require")
                                    || name.contains("dependencies")
                                    || name.contains("deps"))
                            && !Scopes.isDevelopment(name)
                            && !name.startsWith("setup")
                            && !name.startsWith("extras");
            from = needed ? strings(text, list.end(), found) : list.end();
        }
        return found;
    }

    /** Reads strings up to the end of the list. */
    private static int strings(String text, int from, List<Dependency> found) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ']' && text.charAt(at) != ')') {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '"' || c == '\'') {
                int close = at + 1;
                while (close < text.length()
                        && text.charAt(close) != c
                        && text.charAt(close) != '\n') {
                    close++;
                }
                found.addAll(Requirement.of(text.substring(at + 1, close), at + 1));
                at = close + 1;
            } else {
                at++;
            }
        }
        return Math.min(at, text.length());
    }
}
