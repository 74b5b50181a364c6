package dev.signet.chat.run;

/**
 * Why a run failed, as it stands in {@code agent_failed}.
 *
 * @param code for programs
 * @param detail one or two sentences for people, without internals
 */
public record Failure(String code, String detail) {
    public Failure {
        if (!code.matches("[a-z_]{1,40}") || detail.isBlank()) {
            throw new IllegalArgumentException("failure: a code and a sentence are required");
        }
    }

    /** The server ended while the run was at work. */
    public static Failure interrupted() {
        return new Failure(
                "interrupted",
                "The server was restarted while this was being answered. Please ask again.");
    }
}
