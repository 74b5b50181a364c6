package dev.signet.config.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant who made a slip. */
final class NearestName {

    private NearestName() {}

    /** The candidate with the fewest edits, if a third of the name or less was edited. */
    static Optional<String> among(Collection<String> candidates, String name) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> edits(candidate, name)))
                .filter(candidate -> edits(candidate, name) <= Math.max(2, name.length() / 3));
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
    static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int replaced = cost[i - 1][j - 1] + (same ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
