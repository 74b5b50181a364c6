package dev.signet.scanner.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.FileScan;
import dev.signet.scanner.detect.AuthorityCode;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is found depends on what a program does, not on how it is written. */
class MutationTest {

    @Test
    void the_same_program_written_differently_has_the_same_findings() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> changes = new ArrayList<>();
        int mutants = 0;
        for (Case one : CorpusTest.read()) {
            if (!isCode(one.source().path())) {
                continue;
            }
            for (Mutation mutation : Mutation.values()) {
                Mutated before = Mutated.of(one.source());
                Mutated after = mutation.apply(before, one.language(), random);
                if (!after.equals(before)) {
                    mutants++;
                    compare(one, mutation, before, after, changes);
                }
            }
        }
        assertThat(changes).isEmpty();
        assertThat(mutants).isGreaterThan(100);
    }

    private static boolean isCode(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Language.ofExtension(extension).isPresent();
    }

    private static void compare(
            Case one, Mutation mutation, Mutated before, Mutated after, List<String> changes) {
        Set<String> found = before.asBefore(findings(one, before));
        Set<String> foundAfter = after.asBefore(findings(one, after));
        if (!found.equals(foundAfter)) {
            changes.add(one + " " + mutation + ": " + found + " became " + foundAfter);
        }
    }

    private static List<Finding> findings(Case one, Mutated file) {
        FileScan scan = new FileScan(new AuthorityCode(one.authorityModules()));
        return scan.findings(Source.of(one.source().path(), file.text()));
    }
}
