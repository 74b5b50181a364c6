package dev.signet.chat.http.socket;

import dev.signet.chat.login.Delegation;
import dev.signet.handshake.Credential;
import dev.signet.handshake.CredentialVerifier;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.TicketRedemption;
import dev.signet.verifier.Verifier;
import java.util.Optional;

/**
 * Verifies the credentials of one handshake or renewal, and keeps what a redeemed ticket hands over
 * besides the verdict. For one thread.
 */
final class SocketCredentials implements CredentialVerifier {

    private final Verifier verifier;
    private Optional<Delegation> delegated = Optional.empty();

    SocketCredentials(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Verdict verifyToken(String token) {
        return verifier.verify(token);
    }

    /** A good ticket without the means to act for its owner is of no use here. */
    @Override
    public Verdict redeemTicket(String ticket) {
        TicketRedemption redemption = verifier.redeemTicket(ticket);
        delegated = redemption.delegated().map(token -> Delegation.ofAccessToken(token.value()));
        boolean useless = redemption.verdict() instanceof Verdict.Valid && delegated.isEmpty();
        return useless ? new Verdict.Unavailable(Verdict.Cause.AUTHORITY) : redemption.verdict();
    }

    /** The means to act for the owner: the token that was shown, or the one behind the ticket. */
    Delegation delegation(Optional<Credential.Token> shown) {
        return shown.map(token -> Delegation.ofAccessToken(token.value()))
                .or(() -> delegated)
                .orElseThrow(() -> new IllegalStateException("neither a token nor a ticket"));
    }
}
