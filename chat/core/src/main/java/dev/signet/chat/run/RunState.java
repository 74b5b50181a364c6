package dev.signet.chat.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a run has come. */
public enum RunState {
    /** Begun and not ended. */
    RUNNING,
    /** Ended with an answer. */
    COMPLETED,
    /** Ended by an error. */
    FAILED,
    /** Ended from outside: by the user, a revocation, expiry or a shutdown. */
    STOPPED;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, e.g. {@code running}. */
    public String wire() {
        return wire;
    }

    public boolean ended() {
        return this != RUNNING;
    }

    public static Optional<RunState> ofWire(String wire) {
        return Arrays.stream(values()).filter(state -> state.wire.equals(wire)).findFirst();
    }
}
