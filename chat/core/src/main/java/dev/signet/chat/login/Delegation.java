package dev.signet.chat.login;

/**
 * The means to act for a user with the authority: the user's own access token. Never printed, and
 * only the adapter that talks to the authority reads it.
 */
public final class Delegation {
    private final String accessToken;

    private Delegation(String accessToken) {
        this.accessToken = accessToken;
    }

    public static Delegation ofAccessToken(String accessToken) {
        if (accessToken.isEmpty()) {
            throw new IllegalArgumentException("delegation: empty token");
        }
        return new Delegation(accessToken);
    }

    /** The token itself, for a request to the authority or the verifier and nothing else. */
    public String reveal() {
        return accessToken;
    }

    @Override
    public String toString() {
        return "Delegation[hidden]";
    }
}
