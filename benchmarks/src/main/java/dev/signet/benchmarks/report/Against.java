package dev.signet.benchmarks.report;

import java.util.Locale;

/** What a figure is held against. */
public sealed interface Against {

    /** The number that the figure is divided by for the ratio. */
    double value();

    /** Whether the figure is good; a peer's figure judges nothing. */
    boolean admits(double measured);

    /** The wording in the table. */
    String text(Unit unit);

    /** The figure must not be smaller. */
    record AtLeast(double value) implements Against {
        @Override
        public boolean admits(double measured) {
            return measured >= value;
        }

        @Override
        public String text(Unit unit) {
            return "≥ " + unit.text(value);
        }
    }

    /** The figure must not be larger. */
    record AtMost(double value) implements Against {
        @Override
        public boolean admits(double measured) {
            return measured <= value;
        }

        @Override
        public String text(Unit unit) {
            return "≤ " + unit.text(value);
        }
    }

    /**
     * The figure must be at least that share of a peer's figure in the same run.
     *
     * @param share 0 to 1
     */
    record AtLeastOf(String peer, double value, double share) implements Against {
        @Override
        public boolean admits(double measured) {
            return measured >= share * value;
        }

        @Override
        public String text(Unit unit) {
            return String.format(
                    Locale.ROOT, "≥ %.0f %% of %s, %s", 100 * share, peer, unit.text(value));
        }
    }

    /** A peer's figure in the same run, for comparison alone. */
    record Peer(String peer, double value) implements Against {
        @Override
        public boolean admits(double measured) {
            return true;
        }

        @Override
        public String text(Unit unit) {
            return peer + ", " + unit.text(value);
        }
    }
}
