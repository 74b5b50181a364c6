package dev.signet.scanner.ratchet;

import dev.signet.scanner.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the git command line about the repository that a folder lies in. */
public final class Git {

    private static final long WAIT_SECONDS_MAX = 120;
    private static final int BYTES_MAX = 64 * 1024 * 1024;

    private final Path folder;

    public Git(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    private record Answer(int status, String out) {}

    /** The repository's own folder; nothing outside of one, or without git. */
    public Optional<Path> top() {
        try {
            Answer answer = ask("rev-parse", "--show-toplevel");
            return answer.status == 0
                    ? Optional.of(Path.of(answer.out.stripTrailing()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Files that differ from a revision or are not known to it yet, absolute; without deleted ones.
     *
     * @throws SettingsException without git, outside a repository, or when there is no such
     *     revision
     */
    public List<Path> changedSince(String revision) {
        Path top = top().orElseThrow(() -> noRepository());
        String commit = commit(revision);
        List<Path> changed = new ArrayList<>();
        names(good("diff", "--name-only", "-z", "--diff-filter=d", "--no-renames", commit, "--"))
                .forEach(name -> changed.add(top.resolve(name)));
        Git whole = new Git(top);
        names(whole.good("ls-files", "--others", "--exclude-standard", "-z"))
                .forEach(name -> changed.add(top.resolve(name)));
        return changed;
    }

    private SettingsException noRepository() {
        return new SettingsException(
                folder + " is in no git repository, or the command git is not there");
    }

    private static List<String> names(String out) {
        return List.of(out.split("\0")).stream().filter(name -> !name.isEmpty()).toList();
    }

    /** The commit that a name stands for; names that begin like an option are none. */
    String commit(String revision) {
        if (revision.isBlank() || revision.startsWith("-")) {
            throw new SettingsException("'" + revision + "' is no revision");
        }
        try {
            Answer answer = ask("rev-parse", "--verify", "--quiet", revision + "^{commit}");
            if (answer.status != 0) {
                throw new SettingsException("git knows no revision '" + revision + "' here");
            }
            return answer.out.strip();
        } catch (IOException e) {
            throw noRepository();
        }
    }

    /** A file's text in a commit; nothing when it was not there. */
    Optional<String> text(String commit, Path file) {
        try {
            Answer answer = ask("cat-file", "blob", commit + ":./" + folder.relativize(file));
            return answer.status == 0 ? Optional.of(answer.out) : Optional.empty();
        } catch (IOException e) {
            throw noRepository();
        }
    }

    /** The commits up to now that touched a file, newest first. */
    List<String> commitsOf(Path file) {
        try {
            Answer answer = ask("log", "--format=%H", "--", folder.relativize(file).toString());
            return answer.status == 0 ? answer.out.lines().toList() : List.of();
        } catch (IOException e) {
            throw noRepository();
        }
    }

    /** Whether older commits were not fetched. */
    boolean isShallow() {
        return good("rev-parse", "--is-shallow-repository").strip().equals("true");
    }

    private String good(String... arguments) {
        try {
            Answer answer = ask(arguments);
            if (answer.status != 0) {
                throw new SettingsException("git " + arguments[0] + " failed in " + folder);
            }
            return answer.out;
        } catch (IOException e) {
            throw noRepository();
        }
    }

    /** Nothing of the repository is executed: no hooks, no external diff, no file monitor. */
    private Answer ask(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off"));
        command.addAll(List.of(arguments));
        if (arguments[0].equals("diff")) {
            command.addAll(
                    command.indexOf("diff") + 1,
                    List.of("--no-ext-diff", "--no-textconv", "--no-relative"));
        }
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var out = process.getInputStream()) {
            process.getOutputStream().close();
            String text = new String(out.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
            if (!process.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException("git does not end");
            }
            return new Answer(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
    }
}
