package dev.signet.handshake;

import static java.util.Comparator.comparing;

import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.handshake.HandshakePolicy.Loosening;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides who may open a socket, the same way for every server.
 *
 * <p>Every credential in the request counts, wherever it stands. All must be {@code VALID} and name
 * one subject; the socket then belongs to the one in the first {@link Carrier}. One that is not
 * good is never made up for by another one:
 *
 * <ol>
 *   <li>a request without TLS or from a foreign page is refused before anything is read (403);
 *   <li>what cannot be read as one credential per place is refused before anything is verified
 *       (400; 401 for one that cannot be decoded);
 *   <li>any {@code INVALID} one refuses (401), also when another could not be checked;
 *   <li>different subjects refuse (400);
 *   <li>any {@code UNAVAILABLE} one refuses (503).
 * </ol>
 *
 * <p>The same credential in two places is one credential. Tokens are verified before tickets, and a
 * ticket is not redeemed for a request that the tokens refuse already, so that it is not spent in
 * vain.
 *
 * <p>Immutable; {@link #decide}, {@link #firstMessage} and {@link #verify} block as long as the
 * verifier does.
 */
public final class Handshake {

    private final HandshakePolicy policy;
    private final InstantSource clock;

    public Handshake(HandshakePolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** What to answer to a request for a socket. */
    public HandshakeOutcome decide(HandshakeRequest request, CredentialVerifier verifier) {
        Optional<Refused> stranger = refusedUnread(request);
        if (stranger.isPresent()) {
            return stranger.get();
        }
        CredentialExtraction extraction = CredentialExtraction.of(request, policy);
        if (extraction instanceof CredentialExtraction.Found found) {
            return decide(found, verifier);
        }
        if (extraction instanceof CredentialExtraction.Awaited awaited) {
            return new AwaitFirstMessage(
                    clock.instant().plus(policy.limits().firstMessage()), awaited.subprotocol());
        }
        return ((CredentialExtraction.Rejected) extraction).refused();
    }

    /**
     * What to do with a socket whose first message was {@code auth} with that credential. Call it
     * at once when the message comes: the deadline is for the message, not for the verifier.
     */
    public FirstMessage firstMessage(
            AwaitFirstMessage awaited, Credential credential, CredentialVerifier verifier) {
        if (awaited.onTick(clock.instant()) instanceof SocketAction.Close late) {
            return new FirstMessage.Refused(late);
        }
        Verdict verdict = verify(credential, verifier);
        if (!(verdict instanceof Verdict.Valid valid)) {
            return new FirstMessage.Refused(SocketAction.Close.of(verdict).orElseThrow());
        }
        Proven proven =
                proven(new Carried.Presented(Carrier.FIRST_MESSAGE, credential), valid.identity());
        return new FirstMessage.Authenticated(proven.accepted(awaited.subprotocol()));
    }

    /**
     * The verdict on a credential for a socket, stricter than the verifier's in three points: what
     * is no token or ticket by its size or characters is not even asked about; a token past its
     * {@code exp} is {@code expired} without leeway, since its socket would close at once; and a
     * token bound to a DPoP key is {@code wrong_type}, since no carrier brings the proof (RFC 9449
     * §7.2).
     */
    public Verdict verify(Credential credential, CredentialVerifier verifier) {
        if (credential.value().length() > charsMax(credential)) {
            return new Verdict.Invalid(Reason.TOO_LARGE);
        }
        if (!credential.wellFormed()) {
            return new Verdict.Invalid(Reason.MALFORMED);
        }
        boolean token = credential instanceof Credential.Token;
        Verdict verdict =
                token
                        ? verifier.verifyToken(credential.value())
                        : verifier.redeemTicket(credential.value());
        if (!(verdict instanceof Verdict.Valid valid)) {
            return verdict;
        }
        if (!valid.identity().expiresAt().isAfter(clock.instant())) {
            return new Verdict.Invalid(Reason.EXPIRED);
        }
        if (token && valid.identity().keyThumbprint().isPresent()) {
            return new Verdict.Invalid(Reason.WRONG_TYPE);
        }
        return verdict;
    }

    private Optional<Refused> refusedUnread(HandshakeRequest request) {
        if (!request.tls() && !policy.allows(Loosening.PLAINTEXT)) {
            return Optional.of(Refusals.tlsRequired());
        }
        if (request.origins().size() > 1) {
            return Optional.of(Refusals.malformedOrigin());
        }
        return policy.allowedOrigins().containsAll(request.origins())
                ? Optional.empty()
                : Optional.of(Refusals.originNotAllowed());
    }

    private HandshakeOutcome decide(CredentialExtraction.Found found, CredentialVerifier verifier) {
        List<Proven> proven = new ArrayList<>();
        boolean outage = false;
        for (Carried.Presented presented : tokensFirst(found.presented())) {
            boolean ticket = presented.credential() instanceof Credential.Ticket;
            if (ticket && (outage || Proven.conflict(proven))) {
                break; // refused anyway: the ticket is not spent
            }
            Verdict verdict = verify(presented.credential(), verifier);
            if (verdict instanceof Verdict.Invalid invalid) {
                return Refusals.invalid(invalid.reason());
            }
            if (verdict instanceof Verdict.Valid valid) {
                proven.add(proven(presented, valid.identity()));
            }
            outage |= verdict instanceof Verdict.Unavailable;
        }
        if (Proven.conflict(proven)) {
            return Refusals.conflictingIdentity();
        }
        return outage
                ? Refusals.unavailable(policy.limits().retryAfter())
                : Proven.first(proven).accepted(found.subprotocol());
    }

    private static List<Carried.Presented> tokensFirst(List<Carried.Presented> presented) {
        Map<Credential, Carried.Presented> distinct = new LinkedHashMap<>();
        presented.forEach(one -> distinct.putIfAbsent(one.credential(), one));
        return distinct.values().stream()
                .sorted(comparing(one -> one.credential() instanceof Credential.Ticket))
                .toList();
    }

    private Proven proven(Carried.Presented presented, Identity identity) {
        boolean test = policy.testIssuer().filter(identity.issuer()::equals).isPresent();
        return new Proven(presented, identity, test);
    }

    private int charsMax(Credential credential) {
        return credential instanceof Credential.Token
                ? policy.limits().tokenBytes()
                : policy.limits().ticketBytes();
    }
}
