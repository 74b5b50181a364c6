package dev.signet.scanner.report;

import dev.signet.scanner.result.ScanResult;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which form a result is written. */
public enum ReportFormat {
    /** For people at a terminal. */
    TEXT,
    /** The contract's. */
    JSON,
    /** SARIF 2.1.0, for code scanning services. */
    SARIF,
    /** A comment on a pull request. */
    MARKDOWN,
    /** JUnit's XML, for pipelines that only know tests. */
    JUNIT;

    /** How it is written on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportFormat> ofId(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * The whole report.
     *
     * @param root where the lines of findings are read again
     */
    public String write(ScanResult result, Path root) {
        return switch (this) {
            case TEXT -> new TextReport(result, new Lines(root)).write();
            case JSON -> JsonReport.write(result);
            case SARIF -> SarifReport.write(result);
            case MARKDOWN -> MarkdownReport.write(result);
            case JUNIT -> JunitReport.write(result);
        };
    }
}
