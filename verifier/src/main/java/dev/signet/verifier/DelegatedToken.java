package dev.signet.verifier;

/**
 * An access token by which a service acts for the user who redeemed a ticket; it lives no longer
 * than that user's own. Never printed.
 */
public record DelegatedToken(String value) {

    public DelegatedToken {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("delegated token: empty");
        }
    }

    @Override
    public String toString() {
        return "DelegatedToken[hidden]";
    }
}
