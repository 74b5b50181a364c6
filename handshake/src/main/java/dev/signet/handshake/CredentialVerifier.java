package dev.signet.handshake;

import dev.signet.token.verdict.Verdict;

/**
 * The only one who may say whether a credential is good. Both methods may block and answer {@link
 * Verdict.Unavailable} rather than throw when they cannot tell; no text that they throw is shown to
 * a client.
 *
 * <p>It decides by issuer too: where the test issuer is not trusted, its tokens are simply {@code
 * INVALID}. One may be made for each handshake, to keep what a redemption hands over besides the
 * verdict.
 */
public interface CredentialVerifier {

    /** The verdict on an access token; asking twice changes nothing. */
    Verdict verifyToken(String token);

    /** The verdict on a ticket, which is spent by asking, whatever the answer. */
    Verdict redeemTicket(String ticket);
}
