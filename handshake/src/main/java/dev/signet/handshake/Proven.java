package dev.signet.handshake;

import static java.util.Comparator.comparing;

import dev.signet.token.verdict.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A credential that was found {@code VALID}, with its identity.
 *
 * @param test whether the test issuer vouches for it
 */
record Proven(Carried.Presented presented, Identity identity, boolean test) {

    private static final Comparator<Proven> PRECEDENCE =
            comparing(Proven::carrier).thenComparing(proven -> proven.presented().carrier());

    /** The one that owns the socket. */
    static Proven first(List<Proven> proven) {
        return proven.stream().min(PRECEDENCE).orElseThrow();
    }

    /**
     * Whether they name different subjects. The session and the issuer do not matter: the same
     * subject is the same account, whoever vouches for it.
     */
    static boolean conflict(List<Proven> proven) {
        return proven.stream().map(Proven::owner).distinct().count() > 1;
    }

    /** A test identity ranks as such, wherever it was sent. */
    Carrier carrier() {
        return test ? Carrier.TEST_IDENTITY : presented.carrier();
    }

    HandshakeOutcome.Accepted accepted(Optional<String> subprotocol) {
        Optional<Credential.Token> token =
                presented.credential() instanceof Credential.Token found
                        ? Optional.of(found)
                        : Optional.empty();
        return new HandshakeOutcome.Accepted(identity, subprotocol, carrier(), token);
    }

    private Owner owner() {
        return new Owner(identity.kind(), identity.subject());
    }

    private record Owner(Identity.Kind kind, String subject) {}
}
