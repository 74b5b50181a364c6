package dev.signet.scanner.run;

import dev.signet.scanner.FileScan;
import dev.signet.scanner.cache.ResultCache;
import dev.signet.scanner.detect.AuthorityCode;
import dev.signet.scanner.filter.Candidates;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.result.Counts;
import dev.signet.scanner.settings.ScanSettings;
import dev.signet.scanner.tree.GeneratedFiles;
import dev.signet.scanner.tree.Skipped;
import dev.signet.scanner.tree.TestFiles;
import dev.signet.scanner.tree.Tree;
import dev.signet.scanner.tree.TreeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Scans a tree: one thread walks, as many as there are cores read and parse, and a bounded queue is
 * between them. What is found does not depend on who was faster.
 */
public final class TreeScan {

    private static final int QUEUE_MAX = 1_024;
    private static final int WORKERS_MAX = 32;

    /** Deep enough for what {@code TooDeepException} lets through. */
    private static final long STACK_BYTES = 32L * 1024 * 1024;

    private static final TreeFile END = new TreeFile("", Path.of(""), 0);

    private final ScanRequest request;
    private final Progress progress;
    private final Tree tree;
    private final BlockingQueue<TreeFile> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int files;
    private int understood;
    private int tests;
    private int generated;
    private int excluded;

    private TreeScan(ScanRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
        this.tree = new Tree(request.root(), request.settings()::isExcluded);
    }

    /** Runs to the end, whatever the files are like. */
    public static Scanned scan(ScanRequest request, Progress progress) throws InterruptedException {
        return new TreeScan(request, progress).run();
    }

    private Scanned run() throws InterruptedException {
        Set<String> modules = request.settings().authorityModules();
        Optional<ResultCache> cache =
                request.cache().map(folder -> ResultCache.open(folder, modules));
        FileScan scan = new FileScan(new AuthorityCode(modules));
        Candidates candidates = new Candidates(modules);
        List<Worker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        int cores = Math.min(Runtime.getRuntime().availableProcessors(), WORKERS_MAX);
        for (int i = 0; i < cores; i++) {
            Worker worker = new Worker(request, scan, candidates, cache);
            workers.add(worker);
            threads.add(start(worker, i));
        }
        boolean missing = walk();
        for (Thread _ : threads) {
            queue.put(END);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        progress.done();
        if (failure.get() != null) {
            throw new IllegalStateException("the scanner failed", failure.get());
        }
        return together(workers, missing, saved(cache));
    }

    private Thread start(Worker worker, int number) {
        Thread thread = new Thread(null, () -> work(worker), "scan-" + number, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Goes on emptying the queue after a failure, so that the walk ends. */
    private void work(Worker worker) {
        try {
            for (TreeFile file = queue.take(); file != END; file = queue.take()) {
                try {
                    scan(worker, file);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, e);
        }
    }

    private static void scan(Worker worker, TreeFile file) {
        if (isHandled(file.path()) || OtherFiles.isScript(file)) {
            worker.scan(file);
        } else {
            OtherFiles.look(file).ifPresent(worker.skipped()::add);
        }
    }

    /** Whether a path that was named is missing. */
    private boolean walk() {
        List<Path> there = new ArrayList<>();
        for (Path path : request.paths()) {
            if (Files.exists(path)) {
                there.add(path);
            } else {
                skipped.add(Skipped.of(tree.relative(path), "there is no such file or folder"));
            }
        }
        try {
            tree.walk(there, new Meeting());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return there.size() < request.paths().size();
    }

    private final class Meeting implements Tree.Visitor {

        @Override
        public void file(TreeFile file) {
            boolean isOwn = file.path().equals(request.settings().file());
            if (isOwn
                    || (request.only().isPresent()
                            && !request.only().get().contains(file.path()))) {
                return;
            }
            files++;
            progress.met(files);
            boolean handled = isHandled(file.path());
            if (isLeftOut(file.path(), handled)) {
                return;
            }
            understood += handled ? 1 : 0;
            try {
                queue.put(file);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        @Override
        public void skipped(Skipped one) {
            if (request.only().isEmpty() || request.only().get().contains(one.path())) {
                skipped.add(one);
            }
        }

        @Override
        public void excluded(String path) {
            excluded++;
        }
    }

    /** The scanner's own settings name its rules, and are read by nobody else. */
    private static boolean isHandled(String path) {
        return FileScan.handles(path) && !path.equals(ScanSettings.FILE_NAME);
    }

    private boolean isLeftOut(String path, boolean handled) {
        if (request.includeTests()) {
            return false;
        }
        if (TestFiles.isTest(path)) {
            tests += handled ? 1 : 0;
            return true;
        }
        if (GeneratedFiles.isGenerated(path)) {
            generated += handled ? 1 : 0;
            return true;
        }
        return false;
    }

    private static List<String> saved(Optional<ResultCache> cache) {
        try {
            if (cache.isPresent()) {
                cache.get().save();
            }
            return List.of();
        } catch (IOException e) {
            return List.of("the cache could not be written: " + e.getMessage());
        }
    }

    private Scanned together(List<Worker> workers, boolean missing, List<String> remarks) {
        List<Finding> findings = new ArrayList<>();
        Counts counts = new Counts(files, understood, 0, 0, 0, tests, generated, excluded, 0);
        for (Worker worker : workers) {
            findings.addAll(worker.findings());
            skipped.addAll(worker.skipped());
            counts = counts.plus(worker.counts());
        }
        findings.sort(Finding.ORDER);
        skipped.sort(Skipped.ORDER);
        return new Scanned(
                findings.stream().distinct().toList(),
                skipped.stream().distinct().toList(),
                counts,
                missing,
                remarks);
    }
}
