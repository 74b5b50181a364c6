package dev.signet.benchmarks.process;

import java.util.ArrayList;
import java.util.List;

/**
 * A processor core that a process is pinned to, so that what is measured and the load never meet.
 */
public enum Core {
    /** For what is measured. */
    MEASURED,
    /** For the load. */
    LOAD;

    /** The same command, pinned to this core. */
    public List<String> pinned(List<String> command) {
        List<String> pinned =
                new ArrayList<>(List.of("taskset", "-c", Integer.toString(ordinal())));
        pinned.addAll(command);
        return pinned;
    }
}
