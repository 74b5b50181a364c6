package dev.signet.benchmarks.start;

/** The least that a JVM can start for: says that it is ready, and ends. */
public final class BareProgram {

    static final String READY = "ready";

    private BareProgram() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        System.out.println(READY);
    }
}
