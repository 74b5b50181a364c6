package dev.signet.benchmarks.report;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
    PER_SECOND("per_second") {
        @Override
        String text(double value) {
            return String.format(Locale.ROOT, "%,.0f/s", value);
        }
    },
    MEBIBYTES("mebibytes") {
        @Override
        String text(double value) {
            return String.format(Locale.ROOT, "%.0f MiB", value);
        }
    },
    SECONDS("seconds") {
        @Override
        String text(double value) {
            return String.format(Locale.ROOT, "%.2f s", value);
        }
    };

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    abstract String text(double value);
}
