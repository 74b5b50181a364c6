package dev.signet.scanner.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.finding.Severity;
import dev.signet.scanner.remedy.Advice;
import dev.signet.scanner.remedy.Explanation;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.result.Status;
import dev.signet.scanner.tree.Skipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** SARIF 2.1.0 (OASIS 2020), as code scanning services read it. */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private static final String UNRESERVED = "-._~!$&'()*+,;=@/";

    private SarifReport() {}

    static String write(ScanResult result) {
        return Json.text(out -> {
            out.writeStartObject();
            out.writeStringField("$schema", SCHEMA);
            out.writeStringField("version", "2.1.0");
            out.writeArrayFieldStart("runs");
            run(result, out);
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void run(ScanResult result, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("tool");
        out.writeObjectFieldStart("driver");
        out.writeStringField("name", "signet scan");
        out.writeStringField("semanticVersion", "0.1.0");
        out.writeArrayFieldStart("rules");
        for (Rule rule : Rule.values()) {
            rule(rule, out);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
        invocation(result, out);
        out.writeObjectFieldStart("originalUriBaseIds");
        out.writeObjectFieldStart("SRCROOT");
        text("description", "The scanned root.", out);
        out.writeEndObject();
        out.writeEndObject();
        out.writeStringField("columnKind", "unicodeCodePoints");
        out.writeArrayFieldStart("results");
        for (Judged one : result.findings()) {
            finding(one, result.hasBaseline(), out);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("properties");
        out.writeNumberField("strict", result.strict());
        out.writeNumberField("after_exceptions", result.afterExceptions());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void rule(Rule rule, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", rule.id());
        text("shortDescription", "Code that " + rule.says() + ".", out);
        text("fullDescription", Advice.why(rule), out);
        out.writeObjectFieldStart("help");
        out.writeStringField("text", Explanation.of(rule));
        out.writeStringField("markdown", Explanation.of(rule));
        out.writeEndObject();
        out.writeObjectFieldStart("defaultConfiguration");
        out.writeStringField("level", level(rule));
        out.writeEndObject();
        out.writeObjectFieldStart("properties");
        out.writeArrayFieldStart("tags");
        out.writeString("security");
        out.writeString("jwt");
        out.writeEndArray();
        out.writeStringField("precision", "high");
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String level(Rule rule) {
        return rule.severity() == Severity.ERROR ? "error" : "warning";
    }

    private static void invocation(ScanResult result, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("invocations");
        out.writeStartObject();
        out.writeBooleanField("executionSuccessful", true);
        out.writeArrayFieldStart("toolExecutionNotifications");
        for (Skipped skipped : result.skipped()) {
            out.writeStartObject();
            out.writeStringField("level", skipped.scanned() ? "note" : "warning");
            text("message", skipped.reason(), out);
            out.writeArrayFieldStart("locations");
            out.writeStartObject();
            out.writeObjectFieldStart("physicalLocation");
            artifact(skipped.path(), out);
            out.writeEndObject();
            out.writeEndObject();
            out.writeEndArray();
            out.writeEndObject();
        }
        for (String entry : result.grown()) {
            out.writeStartObject();
            out.writeStringField("level", "error");
            text("message", "the baseline grew: " + entry, out);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
    }

    private static void finding(Judged one, boolean hasBaseline, JsonGenerator out)
            throws IOException {
        Finding finding = one.finding();
        out.writeStartObject();
        out.writeStringField("ruleId", finding.rule().id());
        out.writeNumberField("ruleIndex", finding.rule().ordinal());
        out.writeStringField("level", level(finding.rule()));
        text(
                "message",
                finding.message()
                        + ". Instead: "
                        + Advice.instead(finding.rule(), finding.language()),
                out);
        out.writeArrayFieldStart("locations");
        out.writeStartObject();
        out.writeObjectFieldStart("physicalLocation");
        artifact(finding.path(), out);
        out.writeObjectFieldStart("region");
        out.writeNumberField("startLine", finding.at().line());
        out.writeNumberField("startColumn", finding.at().column());
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndArray();
        out.writeObjectFieldStart("partialFingerprints");
        out.writeStringField("signetScan/v1", one.fingerprint());
        out.writeEndObject();
        if (hasBaseline) {
            boolean isNew = one.status() != Status.BASELINE;
            out.writeStringField("baselineState", isNew ? "new" : "unchanged");
        }
        suppressions(one, out);
        properties(one, out);
        out.writeEndObject();
    }

    /** An empty list says that the result is not suppressed (3.27.23). */
    private static void suppressions(Judged one, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("suppressions");
        if (one.allowedBy().isPresent()) {
            out.writeStartObject();
            out.writeStringField("kind", "external");
            out.writeStringField("status", "accepted");
            out.writeStringField("justification", one.allowedBy().get());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void properties(Judged one, JsonGenerator out) throws IOException {
        Confidence confidence = one.finding().confidence();
        out.writeObjectFieldStart("properties");
        out.writeStringField("confidence", confidence == Confidence.HIGH ? "high" : "medium");
        out.writeStringField("language", one.finding().language());
        out.writeStringField("status", one.status().id());
        if (one.owner().isPresent()) {
            out.writeStringField("owner", one.owner().get());
        }
        out.writeEndObject();
    }

    private static void text(String field, String text, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("text", text);
        out.writeEndObject();
    }

    private static void artifact(String path, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("artifactLocation");
        out.writeStringField("uri", uri(path));
        out.writeStringField("uriBaseId", "SRCROOT");
        out.writeEndObject();
    }

    /** A relative reference (RFC 3986 §4.2); a colon would look like a scheme. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            boolean plain =
                    c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return uri.toString();
    }
}
