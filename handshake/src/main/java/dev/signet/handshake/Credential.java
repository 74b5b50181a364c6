package dev.signet.handshake;

/**
 * What a client presents to prove who it is. It holds whatever the client sent, so it may be
 * malformed or too large: {@link Handshake#verify} says so. Never printed.
 */
public sealed interface Credential {

    /** The characters that the client sent, decoded. For the verifier's eyes only. */
    String value();

    /** An access token in compact form. */
    record Token(String value) implements Credential {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /** A ticket of the authority; it opens one socket and is spent by being looked at. */
    record Ticket(String value) implements Credential {
        @Override
        public String toString() {
            return "Ticket[hidden]";
        }
    }

    /**
     * Whether every character is of RFC 6750's {@code b64token}, so that no control character,
     * space or foreign letter ever reaches a verifier, a URL or a log.
     */
    default boolean wellFormed() {
        return !value().isEmpty() && value().chars().allMatch(Credential::admitted);
    }

    private static boolean admitted(int character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || "-._~+/=".indexOf(character) >= 0;
    }
}
