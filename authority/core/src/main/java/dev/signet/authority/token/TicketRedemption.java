package dev.signet.authority.token;

import dev.signet.token.access.IssuedToken;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;

/** What became of one presented ticket. */
public sealed interface TicketRedemption {

    /**
     * The ticket is spent.
     *
     * @param identity of the fresh token: the person and session of the ticket's owner
     * @param access a fresh token that lives no longer than the owner's
     */
    record Redeemed(Identity identity, IssuedToken access) implements TicketRedemption {}

    /**
     * Not good: {@code malformed}, {@code expired} also for one that was never issued, {@code
     * revoked_token} for one used before, or whatever its owner is refused with.
     */
    record Refused(Reason reason) implements TicketRedemption {}
}
