package dev.signet.handshake;

import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.handshake.HandshakePolicy.Loosening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first step of the handshake: which credentials a request holds. All places are looked at,
 * since a second credential must not contradict the first; nothing is verified yet.
 */
sealed interface CredentialExtraction {

    /**
     * One credential per place, in the order of precedence.
     *
     * @param presented 1 to 3
     * @param subprotocol what is selected if the socket opens
     */
    record Found(List<Carried.Presented> presented, Optional<String> subprotocol)
            implements CredentialExtraction {
        public Found {
            presented = List.copyOf(presented);
        }

        /** Leaves the subprotocol out: an old client's carries the credential. */
        @Override
        public String toString() {
            return "Found" + presented;
        }
    }

    /** No credential anywhere, and it may come as the first message. */
    record Awaited(Optional<String> subprotocol) implements CredentialExtraction {}

    /** No socket for this request, whatever a verifier would say. */
    record Rejected(Refused refused) implements CredentialExtraction {}

    /** Reads the carriers; the first unreadable one rejects the request. */
    static CredentialExtraction of(HandshakeRequest request, HandshakePolicy policy) {
        SubprotocolOffer offer = SubprotocolOffer.of(request.protocols());
        List<Carried> carriers =
                List.of(
                        offer.carried(policy.limits()),
                        AuthorizationHeader.carried(request.authorizations()),
                        QueryString.of(request.rawQuery()).carried(policy));
        List<Carried.Presented> presented = new ArrayList<>();
        for (Carried carried : carriers) {
            if (carried instanceof Carried.Unreadable unreadable) {
                return new Rejected(unreadable.refused());
            }
            if (carried instanceof Carried.Presented credential) {
                presented.add(credential);
            }
        }
        Optional<String> subprotocol = offer.selected(policy.allows(Loosening.LEGACY_ECHO));
        return presented.isEmpty()
                ? absent(subprotocol, policy)
                : new Found(presented, subprotocol);
    }

    private static CredentialExtraction absent(
            Optional<String> subprotocol, HandshakePolicy policy) {
        return policy.allows(Loosening.FIRST_MESSAGE)
                ? new Awaited(subprotocol)
                : new Rejected(Refusals.missingCredential());
    }
}
