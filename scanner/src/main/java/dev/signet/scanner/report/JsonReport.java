package dev.signet.scanner.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.result.Counts;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.result.Status;
import dev.signet.scanner.tree.Skipped;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** The contract's JSON. */
final class JsonReport {

    private JsonReport() {}

    static String write(ScanResult result) {
        return Json.text(out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("summary");
            summary(result, out);
            out.writeEndObject();
            out.writeArrayFieldStart("findings");
            for (Judged one : result.findings()) {
                finding(one, out);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("skipped");
            for (Skipped skipped : result.skipped()) {
                skipped(skipped, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    static void summary(ScanResult result, JsonGenerator out) throws IOException {
        out.writeNumberField("strict", result.strict());
        out.writeNumberField("after_exceptions", result.afterExceptions());
        for (Status status : Status.values()) {
            out.writeNumberField(status.id(), result.count(status));
        }
        rules("by_rule", result.byRule(), out);
        rules("by_rule_after_exceptions", result.byRuleAfterExceptions(), out);
        out.writeObjectFieldStart("by_language");
        for (Map.Entry<String, Integer> entry : result.byLanguage().entrySet()) {
            out.writeNumberField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
        counts(result.counts(), out);
        out.writeNumberField("skipped", result.skipped().size());
        out.writeArrayFieldStart("baseline_grew");
        for (String entry : result.grown()) {
            out.writeString(entry);
        }
        out.writeEndArray();
    }

    private static void rules(String name, Map<Rule, Integer> counts, JsonGenerator out)
            throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<Rule, Integer> entry : counts.entrySet()) {
            out.writeNumberField(entry.getKey().id(), entry.getValue());
        }
        out.writeEndObject();
    }

    private static void counts(Counts counts, JsonGenerator out) throws IOException {
        out.writeNumberField("files", counts.files());
        out.writeNumberField("understood", counts.understood());
        out.writeNumberField("candidates", counts.candidates());
        out.writeNumberField("parsed", counts.parsed());
        out.writeNumberField("from_cache", counts.cached());
        out.writeNumberField("authority_files", counts.authority());
        out.writeNumberField("skipped_tests", counts.tests());
        out.writeNumberField("skipped_generated", counts.generated());
        out.writeNumberField("excluded", counts.excluded());
    }

    static void finding(Judged one, JsonGenerator out) throws IOException {
        Finding finding = one.finding();
        out.writeStartObject();
        out.writeStringField("rule", finding.rule().id());
        out.writeStringField("severity", small(finding.rule().severity()));
        out.writeStringField("confidence", small(finding.confidence()));
        out.writeStringField("path", finding.path());
        out.writeNumberField("line", finding.at().line());
        out.writeNumberField("column", finding.at().column());
        out.writeStringField("language", finding.language());
        out.writeStringField("message", finding.message());
        out.writeStringField("fingerprint", one.fingerprint());
        out.writeStringField("status", one.status().id());
        if (one.allowedBy().isPresent()) {
            out.writeStringField("allowed_by", one.allowedBy().get());
        }
        if (one.owner().isPresent()) {
            out.writeStringField("owner", one.owner().get());
        }
        out.writeEndObject();
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void skipped(Skipped skipped, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("path", skipped.path());
        out.writeStringField("reason", skipped.reason());
        out.writeBooleanField("scanned", skipped.scanned());
        out.writeEndObject();
    }
}
