package dev.signet.token.access;

import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.CompactJws;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeySource.Lookup;
import dev.signet.token.key.VerificationKey;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The one pipeline that judges access tokens (RFC 9068 §4): size, canonical form, algorithm, key,
 * signature, type, claims, revocation, in that order; the first refusal is the answer. Safe for
 * many threads; waits only as long as its {@link KeySource} does.
 */
public final class TokenValidator {

    /** {@code typ} of access tokens (RFC 9068 §2.1). */
    public static final String ACCESS_TYPE = "at+jwt";

    private static final int REMEMBERED = 8_192;

    private final TokenProfile profile;
    private final KeySource keys;
    private final RevocationState revocations;
    private final InstantSource clock;
    private final VerifiedTokens verified = new VerifiedTokens(REMEMBERED);

    public TokenValidator(
            TokenProfile profile,
            KeySource keys,
            RevocationState revocations,
            InstantSource clock) {
        this.profile = profile;
        this.keys = keys;
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * Judges a token presented as a bearer token (RFC 6750). A DPoP-bound token is {@code
     * WRONG_TYPE} here: whoever stole it has no key to prove.
     */
    public Verdict validate(String token) {
        Verdict verdict = introspect(token);
        if (verdict instanceof Verdict.Valid valid
                && valid.identity().keyThumbprint().isPresent()) {
            return new Verdict.Invalid(Reason.WRONG_TYPE);
        }
        return verdict;
    }

    /**
     * Judges a token whose presenter proved possession of the key with that RFC 7638 thumbprint
     * (RFC 9449 §7.1). A token bound to another key, or to none, is {@code WRONG_TYPE}.
     */
    public Verdict validateBoundTo(String token, String thumbprint) {
        Verdict verdict = introspect(token);
        if (verdict instanceof Verdict.Valid valid
                && !valid.identity().keyThumbprint().equals(Optional.of(thumbprint))) {
            return new Verdict.Invalid(Reason.WRONG_TYPE);
        }
        return verdict;
    }

    /** Judges a token for somebody who is not its presenter (RFC 7662): possession is not asked. */
    public Verdict introspect(String token) {
        Optional<VerifiedTokens.Entry> known = verified.find(token);
        return known.isPresent() ? judgeAgain(token, known.get()) : judgeFirst(token);
    }

    private Verdict judgeAgain(String token, VerifiedTokens.Entry entry) {
        Lookup lookup = keys.find(entry.key().kid());
        if (!(lookup instanceof Lookup.Found found) || found.key() != entry.key()) {
            verified.forget(token);
            return judgeFirst(token);
        }
        Identity identity = entry.identity();
        return expired(identity.expiresAt())
                .or(() -> tooEarly(identity.issuedAt()))
                .or(() -> tooOld(identity.issuedAt()))
                .or(() -> revocations.reasonAgainst(identity))
                .map(TokenValidator::invalid)
                .orElseGet(() -> new Verdict.Valid(identity));
    }

    private Verdict judgeFirst(String token) {
        CompactJws.Form form = CompactJws.parse(token);
        if (form instanceof CompactJws.Form.Refused refused) {
            return invalid(refused.reason());
        }
        CompactJws jws = ((CompactJws.Form.Canonical) form).jws();
        Optional<Claims> claims = Claims.of(jws.payload());
        return claims.isPresent()
                ? judgeAlgorithm(token, jws, claims.get())
                : invalid(Reason.MALFORMED);
    }

    private Verdict judgeAlgorithm(String token, CompactJws jws, Claims claims) {
        Optional<Algorithm> algorithm = jws.alg().flatMap(Algorithm::ofWireName);
        if (algorithm.isEmpty() || !profile.algorithms().contains(algorithm.get())) {
            return invalid(Reason.ALG_NOT_ALLOWED);
        }
        if (jws.kid().isEmpty()) {
            return invalid(Reason.UNKNOWN_KEY);
        }
        Lookup lookup = keys.find(jws.kid().get());
        if (lookup instanceof Lookup.Unavailable unavailable) {
            return new Verdict.Unavailable(unavailable.cause());
        }
        if (lookup instanceof Lookup.Revoked) {
            return invalid(Reason.KEY_REVOKED);
        }
        if (!(lookup instanceof Lookup.Found found)) {
            return invalid(Reason.UNKNOWN_KEY);
        }
        if (found.key().algorithm() != algorithm.get()) {
            return invalid(Reason.ALG_NOT_ALLOWED);
        }
        return judgeSignature(token, jws, claims, found.key());
    }

    private Verdict judgeSignature(
            String token, CompactJws jws, Claims claims, VerificationKey key) {
        if (!key.verifies(jws.signingInput(), jws.signature())) {
            return invalid(Reason.BAD_SIGNATURE);
        }
        if (!jws.hasType(ACCESS_TYPE)) {
            return invalid(Reason.WRONG_TYPE);
        }
        Optional<Reason> refusal = refusalOf(claims);
        if (refusal.isPresent()) {
            return invalid(refusal.get());
        }
        Identity identity = Identities.of(claims, key.kid());
        verified.remember(token, new VerifiedTokens.Entry(identity, key));
        return revocations
                .reasonAgainst(identity)
                .map(TokenValidator::invalid)
                .orElseGet(() -> new Verdict.Valid(identity));
    }

    private Optional<Reason> refusalOf(Claims claims) {
        if (!Identities.hasKnownTokenType(claims)) {
            return Optional.of(Reason.WRONG_TYPE);
        }
        if (claims.issuer().isPresent() && !claims.issuer().get().equals(profile.issuer())) {
            return Optional.of(Reason.WRONG_ISSUER);
        }
        if (!claims.audiences().isEmpty()
                && claims.audiences().stream().noneMatch(profile.audiences()::contains)) {
            return Optional.of(Reason.WRONG_AUDIENCE);
        }
        if (claims.environment().isPresent()
                && !claims.environment().get().equals(profile.environment())) {
            return Optional.of(Reason.WRONG_ENVIRONMENT);
        }
        return refusalByTime(claims);
    }

    private Optional<Reason> refusalByTime(Claims claims) {
        return claims.expiresAt()
                .flatMap(this::expired)
                .or(() -> claims.notBefore().flatMap(this::tooEarly))
                .or(() -> claims.issuedAt().flatMap(this::tooEarly))
                .or(() -> Identities.missingClaim(claims))
                .or(() -> claims.issuedAt().flatMap(this::tooOld));
    }

    private Optional<Reason> expired(Instant expiresAt) {
        return clock.instant().isBefore(expiresAt.plus(profile.leeway()))
                ? Optional.empty()
                : Optional.of(Reason.EXPIRED);
    }

    private Optional<Reason> tooEarly(Instant from) {
        return clock.instant().isBefore(from.minus(profile.leeway()))
                ? Optional.of(Reason.NOT_YET_VALID)
                : Optional.empty();
    }

    private Optional<Reason> tooOld(Instant issuedAt) {
        Duration age = Duration.between(issuedAt, clock.instant());
        return age.compareTo(profile.ageMax().plus(profile.leeway())) > 0
                ? Optional.of(Reason.TOO_OLD)
                : Optional.empty();
    }

    private static Verdict invalid(Reason reason) {
        return new Verdict.Invalid(reason);
    }
}
