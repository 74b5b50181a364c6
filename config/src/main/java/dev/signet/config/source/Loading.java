package dev.signet.config.source;

import dev.signet.config.Settings;
import java.util.List;

/** What became of reading the settings. */
public sealed interface Loading {

    /** What is in force, as far as it could be read. */
    Explanation explanation();

    record Loaded(Settings settings, Explanation explanation) implements Loading {}

    /**
     * Nothing may start.
     *
     * @param problems all of them, 1 or more
     */
    record Refused(List<Problem> problems, Explanation explanation) implements Loading {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("refused: 1 or more problems");
            }
        }
    }
}
