package dev.signet.verifier;

import dev.signet.token.verdict.Verdict;
import java.util.Optional;

/**
 * What became of a ticket.
 *
 * @param verdict as for a token
 * @param delegated to act for the user; present only beside {@code VALID}
 */
public record TicketRedemption(Verdict verdict, Optional<DelegatedToken> delegated) {

    public TicketRedemption {
        if (delegated.isPresent() && !(verdict instanceof Verdict.Valid)) {
            throw new IllegalArgumentException("ticket redemption: a token without an identity");
        }
    }

    static TicketRedemption without(Verdict verdict) {
        return new TicketRedemption(verdict, Optional.empty());
    }
}
