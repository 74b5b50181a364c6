package dev.signet.scanner.report;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.remedy.Advice;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.result.Status;

/** One test a finding: new ones fail, known and allowed ones count as skipped. */
final class JunitReport {

    private JunitReport() {}

    static String write(ScanResult result) {
        int failures = result.count(Status.NEW) + result.grown().size();
        int skipped = result.strict() - result.count(Status.NEW);
        int tests = Math.max(1, failures + skipped);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        String counts =
                " tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\""
                        .formatted(tests, failures, skipped);
        xml.append("<testsuites").append(counts).append(">\n");
        xml.append("  <testsuite name=\"signet scan\"").append(counts).append(">\n");
        xml.append("    <properties>\n");
        property("strict", result.strict(), xml);
        property("after_exceptions", result.afterExceptions(), xml);
        xml.append("    </properties>\n");
        if (failures + skipped == 0) {
            xml.append("    <testcase classname=\"signet.scan\" name=\"no findings\"/>\n");
        }
        result.findings().forEach(one -> finding(one, xml));
        result.grown().forEach(entry -> grown(entry, xml));
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private static void property(String name, int value, StringBuilder xml) {
        xml.append("      <property name=\"").append(name);
        xml.append("\" value=\"").append(value).append("\"/>\n");
    }

    private static void finding(Judged one, StringBuilder xml) {
        Finding finding = one.finding();
        String place = finding.path() + ":" + finding.at().line();
        xml.append("    <testcase classname=\"signet.scan.").append(finding.rule().id());
        xml.append("\" name=\"").append(escaped(place + " " + one.fingerprint()));
        xml.append("\" file=\"").append(escaped(finding.path()));
        xml.append("\" line=\"").append(finding.at().line()).append("\">\n");
        if (one.isNew()) {
            xml.append("      <failure type=\"").append(finding.rule().id());
            xml.append("\" message=\"").append(escaped(finding.message())).append("\">");
            xml.append(
                    escaped(
                            place
                                    + ": "
                                    + finding.message()
                                    + "\ninstead: "
                                    + Advice.instead(finding.rule(), finding.language())));
            xml.append("</failure>\n");
        } else {
            xml.append("      <skipped message=\"");
            xml.append(escaped(one.allowedBy().map(by -> "allowed: " + by).orElse("known")));
            xml.append("\"/>\n");
        }
        xml.append("    </testcase>\n");
    }

    private static void grown(String entry, StringBuilder xml) {
        xml.append("    <testcase classname=\"signet.scan.baseline\" name=\"");
        xml.append(escaped(entry)).append("\">\n");
        xml.append("      <failure type=\"baseline\" message=\"the baseline grew\"/>\n");
        xml.append("    </testcase>\n");
    }

    /** With what XML admits alone. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '&' -> escaped.append("&amp;");
                        case '"' -> escaped.append("&quot;");
                        case '\n' -> escaped.append("&#10;");
                        default -> escaped.appendCodePoint(isXml(c) ? c : '?');
                    }
                });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }
}
