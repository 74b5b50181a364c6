package dev.signet.scanner.corpus;

/** How often a rule was right, missed and wrong. */
final class Score {

    private int found;
    private int missed;
    private int wrong;

    void found() {
        found++;
    }

    void missed() {
        missed++;
    }

    void wrong() {
        wrong++;
    }

    /** The part of what is there that was found; 1 when nothing is there. */
    double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    /** The part of what was found that is there; 1 when nothing was found. */
    double precision() {
        return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    int expected() {
        return found + missed;
    }

    @Override
    public String toString() {
        return "%4d %5.2f %5.2f".formatted(expected(), recall(), precision());
    }
}
