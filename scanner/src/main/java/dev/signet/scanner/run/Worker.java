package dev.signet.scanner.run;

import dev.signet.scanner.FileScan;
import dev.signet.scanner.cache.ResultCache;
import dev.signet.scanner.cache.Verdict;
import dev.signet.scanner.filter.Candidates;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.result.Counts;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.structure.Structures;
import dev.signet.scanner.syntax.TooDeepException;
import dev.signet.scanner.tree.Contents;
import dev.signet.scanner.tree.GeneratedFiles;
import dev.signet.scanner.tree.Skipped;
import dev.signet.scanner.tree.TreeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scans one file after the other. Used by one thread. */
final class Worker {

    private final ScanRequest request;
    private final FileScan scan;
    private final Candidates candidates;
    private final Optional<ResultCache> cache;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int candidateCount;
    private int parsed;
    private int cached;
    private int generated;
    private int authority;

    Worker(ScanRequest request, FileScan scan, Candidates candidates, Optional<ResultCache> cache) {
        this.request = request;
        this.scan = scan;
        this.candidates = candidates;
        this.cache = cache;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    Counts counts() {
        return new Counts(0, 0, candidateCount, parsed, cached, 0, generated, 0, authority);
    }

    void scan(TreeFile file) {
        switch (Contents.of(file)) {
            case Contents.Unfit(var reason) -> skipped.add(Skipped.of(file.path(), reason));
            case Contents.Text(var bytes, var replaced) -> {
                if (replaced) {
                    skipped.add(
                            new Skipped(
                                    file.path(),
                                    "not valid UTF-8: scanned with replacement characters",
                                    true));
                }
                text(file.path(), bytes);
            }
        }
    }

    private void text(String path, byte[] bytes) {
        if (!candidates.mayMatter(bytes)) {
            return;
        }
        if (!request.includeTests() && isGenerated(path, bytes)) {
            generated++;
            return;
        }
        candidateCount++;
        switch (verdict(path, bytes)) {
            case Verdict.Unfit(var reason) -> skipped.add(Skipped.of(path, reason));
            case Verdict.Found(var found) -> found(path, found);
        }
    }

    /**
     * What claims to be generated and could still matter is named: the claim may be a lie. Settings
     * and lock files are in force whoever wrote them.
     */
    private boolean isGenerated(String path, byte[] bytes) {
        if (Structures.handles(path)) {
            return false;
        }
        boolean says = GeneratedFiles.saysSo(bytes);
        if (says) {
            skipped.add(Skipped.of(path, "says that it is generated"));
        } else if (GeneratedFiles.isMinified(bytes)) {
            skipped.add(Skipped.of(path, "minified"));
            return true;
        }
        return says;
    }

    private void found(String path, List<Finding> found) {
        boolean isAuthority = request.settings().isAuthority(path);
        authority += isAuthority ? 1 : 0;
        found.stream()
                .filter(finding -> !isAuthority || finding.rule().bindsAuthority())
                .forEach(findings::add);
    }

    private Verdict verdict(String path, byte[] bytes) {
        Optional<Verdict> known = cache.flatMap(one -> one.find(path, bytes));
        if (known.isPresent()) {
            cached++;
            return known.get();
        }
        parsed++;
        Verdict fresh = fresh(new Source(path, bytes));
        cache.ifPresent(one -> one.put(path, bytes, fresh));
        return fresh;
    }

    /** A file that the scanner itself stumbles over is named, and the others are scanned. */
    private Verdict fresh(Source source) {
        try {
            return new Verdict.Found(scan.findings(source));
        } catch (TooDeepException e) {
            return new Verdict.Unfit(String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return new Verdict.Unfit("nested too deep");
        } catch (RuntimeException e) {
            return new Verdict.Unfit("the scanner failed: " + e.getClass().getSimpleName());
        }
    }
}
