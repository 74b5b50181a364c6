package dev.signet.chat.run;

import dev.signet.token.verdict.Reason;

/** Why a run was ended from outside, as it stands in {@code agent_stopped}. */
public record StopReason(String code) {
    /** The owner asked for it. */
    public static final StopReason USER = new StopReason("user");

    /** The server goes down. */
    public static final StopReason SHUTDOWN = new StopReason("shutdown");

    /** The token's life is over. */
    public static final StopReason EXPIRED = new StopReason(Reason.EXPIRED.code());

    /** For too long nobody could say whether the token is still good. */
    public static final StopReason AUTHORITY_UNAVAILABLE = new StopReason("authority_unavailable");

    public StopReason {
        if (!code.matches("[a-z_]{1,40}")) {
            throw new IllegalArgumentException("stop reason: lower case words");
        }
    }

    /** The token is no longer good. */
    public static StopReason of(Reason reason) {
        return new StopReason(reason.code());
    }
}
