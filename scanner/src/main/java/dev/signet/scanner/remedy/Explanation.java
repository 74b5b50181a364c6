package dev.signet.scanner.remedy;

import dev.signet.scanner.finding.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** What a rule means, with examples of violation and cure, as {@code docs/scanner.md} has it. */
public final class Explanation {

    private static final Map<Rule, String> ALL = read();

    private Explanation() {}

    /** Markdown, beginning with a heading of the rule's name. */
    public static String of(Rule rule) {
        return ALL.getOrDefault(rule, "### " + rule.id() + "\n");
    }

    private static Map<Rule, String> read() {
        Map<Rule, String> all = new EnumMap<>(Rule.class);
        for (String section : text().split("(?m)^(?=### )")) {
            String name = section.lines().findFirst().orElse("").replaceFirst("^### ", "").strip();
            Rule.ofId(name).ifPresent(rule -> all.put(rule, section.strip() + "\n"));
        }
        return all;
    }

    private static String text() {
        try (InputStream in = Explanation.class.getResourceAsStream("rules.md")) {
            if (in == null) {
                throw new IllegalStateException("rules.md is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
