package dev.signet.scanner.manifest;

import dev.signet.scanner.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ruby's manifests. */
final class RubyManifests {

    private static final Pattern GEM =
            Pattern.compile("^\\s{0,40}gem[\\s(]\\s{0,10}[\"']([\\w.-]+)[\"']");

    private static final Pattern SPEC =
            Pattern.compile("\\.add_(?:runtime_)?dependency[\\s(]\\s{0,10}[\"']([\\w.-]+)[\"']");

    private static final Pattern LOCKED = Pattern.compile("^ {4}([\\w.-]+) \\(");

    private static final Pattern GROUPS = Pattern.compile(":(\\w+)");

    private RubyManifests() {}

    static List<Dependency> gemfile(String text) {
        List<Dependency> found = new ArrayList<>();
        Deque<Boolean> blocks = new ArrayDeque<>();
        for (LineManifests.Line line : LineManifests.lines(text)) {
            String plain = withoutComment(line.text()).strip();
            if (plain.length() > 1_000) {
                continue;
            }
            if (plain.equals("end") && !blocks.isEmpty()) {
                blocks.pop();
            } else if (plain.endsWith(" do")
                    || plain.startsWith("if ")
                    || plain.startsWith("unless ")) {
                blocks.push(plain.startsWith("group") && isOnlyDevelopment(plain));
            } else if (!blocks.contains(true) && !isInGroup(plain)) {
                add(GEM.matcher(withoutComment(line.text())), line, found);
            }
        }
        return found;
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return comment < 0 ? line : line.substring(0, comment);
    }

    /** {@code gem "x", group: :test}. */
    private static boolean isInGroup(String gem) {
        int group = gem.indexOf("group");
        return group > 0 && isOnlyDevelopment(gem.substring(group + 5).replace("groups", ""));
    }

    private static boolean isOnlyDevelopment(String groups) {
        Matcher group = GROUPS.matcher(groups);
        boolean any = false;
        while (group.find()) {
            any = true;
            if (!Scopes.isDevelopment(group.group(1))) {
                return false;
            }
        }
        return any;
    }

    private static void add(Matcher gem, LineManifests.Line line, List<Dependency> found) {
        if (gem.find()) {
            Span at = line.at(gem.start(1), gem.end(1));
            found.add(new Dependency(Ecosystem.RUBYGEMS, gem.group(1), at));
        }
    }

    static List<Dependency> gemspec(String text) {
        return matching(text, SPEC);
    }

    /** Locked versions; what these need is listed below them, deeper. */
    static List<Dependency> gemfileLock(String text) {
        return matching(text, LOCKED);
    }

    private static List<Dependency> matching(String text, Pattern pattern) {
        List<Dependency> found = new ArrayList<>();
        for (LineManifests.Line line : LineManifests.lines(text)) {
            String plain = withoutComment(line.text());
            if (plain.length() < 1_000) {
                add(pattern.matcher(plain), line, found);
            }
        }
        return found;
    }
}
