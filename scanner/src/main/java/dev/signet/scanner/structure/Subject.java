package dev.signet.scanner.structure;

import dev.signet.scanner.detect.Report;
import dev.signet.scanner.detect.SecretNames;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.setting.Settings;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One file that is looked at, and what was found in it. Used by one thread. */
final class Subject {

    /** More pieces of code in one file are left alone. */
    private static final int CODE_MAX = 64;

    final Source source;

    /** One character per byte. */
    final String text;

    final Format format;
    final boolean template;
    private final Report report;
    private final EmbeddedCode code;
    private final List<Finding> inCode;
    private int codes;

    Subject(Source source, Format format, EmbeddedCode code) {
        this.source = source;
        this.text = Settings.text(source);
        this.format = format;
        this.template = Format.isTemplate(source.path());
        this.report = new Report(source, format.id());
        this.code = code;
        this.inCode = new ArrayList<>();
    }

    private Subject(Subject other, String text) {
        this.source = other.source;
        this.text = text;
        this.format = other.format;
        this.template = other.template;
        this.report = other.report;
        this.code = other.code;
        this.inCode = other.inCode;
    }

    /** The same file as a shell sees it, with a part's quotes no longer escaped. */
    Subject unescaped(Span part) {
        String inner = of(part);
        if (inner.indexOf("\\\"") < 0 || codes++ >= CODE_MAX) {
            return this;
        }
        String plain = inner.replace("\\\"", " \"");
        String all = text.substring(0, part.start()) + plain + text.substring(part.end());
        return new Subject(this, all);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(report.findings());
        for (Finding finding : inCode) {
            boolean known =
                    all.stream()
                            .anyMatch(one ->
                                    one.rule() == finding.rule()
                                            && one.at().line() == finding.at().line());
            if (!known) {
                all.add(finding);
            }
        }
        return all.stream().sorted(Finding.ORDER).toList();
    }

    String of(Span at) {
        return text.substring(at.start(), at.end());
    }

    void read(Span at) {
        read(at, Confidence.HIGH);
    }

    void read(Span at, Confidence confidence) {
        String message = "this " + Rule.SECRET_ENV_READ.says() + "; only the authority may";
        report.add(Rule.SECRET_ENV_READ, confidence, at, message);
    }

    void hardcoded(Span at) {
        String message = "this file " + Rule.SECRET_HARDCODED.says();
        report.add(Rule.SECRET_HARDCODED, Confidence.HIGH, at, message);
    }

    /** Reports the name when it is an old one of the secret. */
    void named(String name, Span at) {
        if (SecretNames.isDeprecated(name)) {
            report.add(
                    Rule.DEPRECATED_SECRET_NAME,
                    Confidence.HIGH,
                    at,
                    name + " is an old name; the authority's is " + SecretNames.CURRENT);
        }
    }

    void found(Rule rule, Confidence confidence, Span at) {
        report.add(rule, confidence, at, "this " + rule.says());
    }

    /** A setting that is the secret has a value. */
    void given(String name, String value, Span nameAt, Span valueAt) {
        SecretValue says = SecretValue.of(name, value, format, template);
        if (says.given()) {
            read(nameAt);
        }
        if (says.literal()) {
            hardcoded(valueAt);
        }
    }

    /** Looks at code that stands in this file. */
    void code(Span at, Language language) {
        String piece = of(at).toLowerCase(Locale.ROOT);
        boolean tokens = piece.contains("jwt") || piece.contains("jose") || piece.contains("token");
        if (!tokens || codes >= CODE_MAX) {
            return;
        }
        codes++;
        byte[] all = source.bytes();
        byte[] blank = new byte[all.length];
        Arrays.fill(blank, (byte) ' ');
        for (int i = 0; i < all.length; i++) {
            boolean escape = all[i] == '\\' && i + 1 < at.end() && isEscaped(all[i + 1]);
            if (all[i] == '\n' || (i >= at.start() && i < at.end() && !escape)) {
                blank[i] = all[i];
            }
        }
        inCode.addAll(code.findings(new Source(source.path(), blank), language));
    }

    private static boolean isEscaped(byte next) {
        return next == '"' || next == '$' || next == '`';
    }
}
