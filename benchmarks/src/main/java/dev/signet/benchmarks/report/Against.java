package dev.signet.benchmarks.report;

import java.util.Locale;

/** A peer's figure from the same run: what a figure is held against, or only stands beside. */
public sealed interface Against {

    /** What the peer is, for the table. */
    String peer();

    /** The number that the figure is divided by for the ratio. */
    double value();

    /** Whether the figure is good; one that only stands beside judges nothing. */
    boolean admits(double measured);

    /** The wording in the table. */
    String text(Unit unit);

    /**
     * The figure must be at least that many times the peer's.
     *
     * @param times below 1 for a share of it
     */
    record AtLeast(double times, String peer, double value) implements Against {
        @Override
        public boolean admits(double measured) {
            return measured >= times * value;
        }

        @Override
        public String text(Unit unit) {
            return limit("≥", times, peer, unit.text(value));
        }
    }

    /**
     * The figure must be at most that many times the peer's.
     *
     * @param times below 1 for a share of it
     */
    record AtMost(double times, String peer, double value) implements Against {
        @Override
        public boolean admits(double measured) {
            return measured <= times * value;
        }

        @Override
        public String text(Unit unit) {
            return limit("≤", times, peer, unit.text(value));
        }
    }

    /** For comparison alone. */
    record Beside(String peer, double value) implements Against {
        @Override
        public boolean admits(double measured) {
            return true;
        }

        @Override
        public String text(Unit unit) {
            return peer + ", " + unit.text(value);
        }
    }

    private static String limit(String relation, double times, String peer, String value) {
        String factor =
                times < 10
                        ? String.format(Locale.ROOT, "%.2f", times)
                        : String.format(Locale.ROOT, "%.0f", times);
        return relation + " " + factor + " × " + peer + ", " + value;
    }
}
