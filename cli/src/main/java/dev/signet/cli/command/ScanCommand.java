package dev.signet.cli.command;

import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.gate.Answer;
import dev.signet.scanner.gate.Gate;
import dev.signet.scanner.gate.Question;
import dev.signet.scanner.gate.Ratchet;
import dev.signet.scanner.ratchet.Comparison;
import dev.signet.scanner.remedy.Explanation;
import dev.signet.scanner.remedy.Fixes;
import dev.signet.scanner.report.ComparisonReport;
import dev.signet.scanner.report.ReportFormat;
import dev.signet.scanner.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds who handles tokens outside the authority. Starts nothing of the server. */
@Command(
        name = "scan",
        description = {
            "Find code that signs, verifies or reads JWTs outside the authority, in any language.",
            "Nothing that is scanned is executed or fetched."
        },
        footer = {
            "",
            "Settings are read from .signet-scan.yaml in the scanned root:",
            "  authority: [globs]   the authority's own code, which may handle tokens",
            "  exclude: [globs]     what is not looked at",
            "  allow: [{rule, path, reason, until}]   exceptions; reason and end date are needed",
            "",
            "Exit status: 0 nothing found (nothing new with --baseline), 1 findings, 2 wrong usage,"
                    + " settings or paths.",
            "All rules with examples: docs/scanner.md"
        },
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "Files and folders to scan.")
    private List<Path> paths = List.of();

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = {
                "What paths in reports, settings and CODEOWNERS are relative to.",
                "By default the folder that is scanned, or the one that holds all PATHs."
            })
    private @Nullable Path root;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings elsewhere than in .signet-scan.yaml of the root.")
    private @Nullable Path config;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json, sarif, markdown or junit.")
    private String format = ReportFormat.TEXT.id();

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the report there instead of to standard output.")
    private @Nullable Path output;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = {
                "Fail only on what is not in this file, and when the file itself grew.",
                "It is compared with all its states in git's history."
            })
    private @Nullable Path baseline;

    @Option(
            names = "--update-baseline",
            description = {
                "Take out of the baseline what is cured; nothing is ever added.",
                "Creates the file with everything that is there when there was none."
            })
    private boolean updateBaseline;

    @Option(
            names = "--base",
            paramLabel = "REV",
            description =
                    "A git revision whose baseline must contain this one, such as origin/main.")
    private @Nullable String base;

    @Option(
            names = "--since",
            paramLabel = "REV",
            description = "Scan only files that changed since a git revision.")
    private @Nullable String since;

    @Option(
            names = "--compare",
            description = "Scan two folders, A and B, and print what came and what went.")
    private boolean compare;

    @Option(
            names = "--include-tests",
            description = "Scan tests, their fixtures and generated files, too.")
    private boolean includeTests;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Keep what was found there; unchanged files are not parsed again.")
    private @Nullable Path cache;

    @Option(
            names = "--fix",
            description = {
                "Print a patch for what can be replaced safely instead of a report.",
                "Review it and apply it with: git apply"
            })
    private boolean fix;

    @Option(
            names = "--explain",
            paramLabel = "RULE",
            description = "Print what a rule means, with examples of violation and cure.")
    private @Nullable String explain;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = Terminal.of(spec);
        try {
            if (explain != null) {
                return explained(explain);
            }
            if (paths.isEmpty()) {
                throw new SettingsException("name what to scan: signet scan PATH…");
            }
            return compare ? compared(terminal) : scanned(terminal);
        } catch (SettingsException e) {
            terminal.err().println("signet: " + e.getMessage());
            return SignetCommand.MISUSED;
        }
    }

    private static int explained(String id) throws IOException {
        String known = Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.joining(", "));
        Rule rule =
                Rule.ofId(id)
                        .orElseThrow(() ->
                                new SettingsException(
                                        "there is no rule '" + id + "'; there are " + known));
        print(Explanation.of(rule));
        return SignetCommand.DONE;
    }

    private int scanned(Terminal terminal) throws IOException, InterruptedException {
        ReportFormat form = form();
        if (updateBaseline && baseline == null) {
            throw new SettingsException("--update-baseline needs --baseline FILE");
        }
        Question question = question(paths);
        Ratchet ratchet =
                new Ratchet(
                        Optional.ofNullable(baseline), updateBaseline, Optional.ofNullable(base));
        Answer answer = gate(terminal.err()).ask(question, ratchet);
        answer.remarks().forEach(remark -> terminal.err().println("signet: " + remark));
        if (fix) {
            Fixes.Patch patch = Fixes.of(answer.result(), question.root());
            patch.left().forEach(one -> terminal.err().println("signet: " + one));
            write(patch.diff());
        } else {
            write(form.write(answer.result(), question.root()));
        }
        if (answer.missing()) {
            terminal.err().println("signet: a path that was named is not there; see 'skipped'");
            return SignetCommand.MISUSED;
        }
        return answer.result().fails() ? SignetCommand.FAILED : SignetCommand.DONE;
    }

    private Question question(List<Path> some) {
        Path top = root == null ? Question.rootOf(some) : root;
        return new Question(
                top,
                some,
                Optional.ofNullable(config),
                includeTests,
                Optional.ofNullable(cache),
                Optional.ofNullable(since));
    }

    private int compared(Terminal terminal) throws IOException, InterruptedException {
        if (paths.size() != 2) {
            throw new SettingsException("--compare needs two folders: --compare A B");
        }
        Gate gate = gate(terminal.err());
        Answer first = gate.ask(question(List.of(paths.getFirst())), Ratchet.NONE);
        Answer second = gate.ask(question(List.of(paths.getLast())), Ratchet.NONE);
        Comparison comparison = Comparison.of(first.result(), second.result());
        ReportFormat form = form();
        if (form != ReportFormat.TEXT && form != ReportFormat.JSON) {
            throw new SettingsException("--compare is written as text or json");
        }
        write(
                form == ReportFormat.JSON
                        ? ComparisonReport.json(comparison)
                        : ComparisonReport.text(comparison));
        if (first.missing() || second.missing()) {
            terminal.err().println("signet: a folder to compare is not there");
            return SignetCommand.MISUSED;
        }
        return comparison.fails() ? SignetCommand.FAILED : SignetCommand.DONE;
    }

    private static Gate gate(PrintWriter err) {
        return new Gate(Clock.system(ZoneId.systemDefault()), ScanProgress.on(err));
    }

    private ReportFormat form() {
        return json
                ? ReportFormat.JSON
                : ReportFormat.ofId(format)
                        .orElseThrow(() ->
                                new SettingsException(
                                        "'"
                                                + format
                                                + "' is no format; there are text, json, sarif,"
                                                + " markdown and junit"));
    }

    private void write(String report) throws IOException {
        if (output == null) {
            print(report);
            return;
        }
        Files.writeString(output, report);
    }

    /** In UTF-8, whatever the terminal's locale says: programs read it. */
    private static void print(String text) throws IOException {
        System.out.write(text.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
