package dev.signet.benchmarks.report;

import java.util.Locale;
import java.util.Optional;

/**
 * One figure and the peer of the same run that it is held against.
 *
 * @param coreShare how much of its core the measured process had, 0 to 1; empty where no core was
 *     its own
 */
public record Row(
        String job, double measured, Unit unit, Against against, Optional<Double> coreShare) {

    /** A figure that was not taken on a core of its own. */
    public static Row of(String job, double measured, Unit unit, Against against) {
        return new Row(job, measured, unit, against, Optional.empty());
    }

    /** Whether the figure keeps the limit that its peer sets. */
    public boolean passed() {
        return against.admits(measured);
    }

    double ratio() {
        return measured / against.value();
    }

    String result() {
        if (against instanceof Against.Beside) {
            return "–";
        }
        return passed() ? "pass" : "FAIL";
    }

    String coreText() {
        return coreShare
                .map(share -> String.format(Locale.ROOT, "%.0f %%", 100 * share))
                .orElse("–");
    }
}
