package dev.signet.scanner.ratchet;

import dev.signet.scanner.settings.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a baseline that grew. Whoever may change the file may also forge its marks; so every state
 * of the file in the history of the commit at hand, and in a base revision when one is named, must
 * contain all its entries.
 */
public final class Growth {

    private final Path file;
    private final Git git;

    public Growth(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.git = new Git(this.file.getParent() == null ? this.file : this.file.getParent());
    }

    /**
     * What is too much, as sentences; empty when the baseline did not grow.
     *
     * @param base a revision to compare with, such as the branch that a pull request goes to
     * @throws SettingsException when it cannot be known
     */
    public List<String> of(Baseline baseline, Optional<String> base) {
        Set<String> grown = new LinkedHashSet<>(baseline.forged());
        base.ifPresent(revision -> grown.addAll(since(baseline, revision)));
        if (git.top().isPresent()) {
            grown.addAll(inHistory(baseline, base.isPresent()));
        }
        return new ArrayList<>(grown);
    }

    /** A baseline that a branch creates is its own first state. */
    private List<String> since(Baseline baseline, String revision) {
        return git.text(git.commit(revision), file)
                .map(text -> BaselineFile.parse(text, file + " at " + revision))
                .map(earlier -> baseline.grownSince(earlier, revision))
                .orElse(List.of());
    }

    private List<String> inHistory(Baseline baseline, boolean hasBase) {
        List<String> commits = git.commitsOf(file);
        if (!commits.isEmpty() && git.isShallow() && !hasBase) {
            throw new SettingsException(
                    "the repository is a shallow clone, so whether the baseline grew cannot be"
                            + " seen: fetch its history (fetch-depth: 0) or name --base REV");
        }
        List<String> grown = new ArrayList<>();
        for (String commit : commits) {
            git.text(commit, file)
                    .flatMap(Growth::readable)
                    .map(earlier -> baseline.grownSince(earlier, commit.substring(0, 12)))
                    .ifPresent(grown::addAll);
        }
        return grown;
    }

    /** Whether the file was there in an earlier commit, so that a new one is no first one. */
    public boolean wasThere() {
        return git.top().isPresent() && !git.commitsOf(file).isEmpty();
    }

    private static Optional<Baseline> readable(String text) {
        try {
            return Optional.of(BaselineFile.parse(text, "an earlier state"));
        } catch (SettingsException e) {
            return Optional.empty(); // a commit with conflict markers says nothing
        }
    }
}
