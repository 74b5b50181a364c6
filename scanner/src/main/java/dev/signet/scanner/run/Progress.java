package dev.signet.scanner.run;

/** Hears how far a run is. Called from one thread, often. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = _ -> {};

    /**
     * @param files met so far
     */
    void met(int files);

    /** The run is over. */
    default void done() {}
}
