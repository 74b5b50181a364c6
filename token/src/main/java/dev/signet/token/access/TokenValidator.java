package dev.signet.token.access;

import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.CompactJws;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeySource.Lookup;
import dev.signet.token.key.VerificationKey;
import dev.signet.token.limit.TokenLimits;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The one pipeline that judges access tokens (RFC 9068 §4): size, canonical form, algorithm, key,
 * signature, type, claims, revocation, in that order; the first refusal is the answer. Safe for
 * many threads; waits only as long as its {@link KeySource} does.
 */
public final class TokenValidator {

    /** {@code typ} of access tokens (RFC 9068 §2.1). */
    public static final String ACCESS_TYPE = "at+jwt";

    private final TokenProfile profile;
    private final ClaimRules rules;
    private final KeySource keys;
    private final RevocationState revocations;
    private final InstantSource clock;
    private final SharedValues shared = new SharedValues();
    private final VerifiedTokens verified = new VerifiedTokens(TokenLimits.REMEMBERED_TOKENS_MAX);

    public TokenValidator(
            TokenProfile profile,
            KeySource keys,
            RevocationState revocations,
            InstantSource clock) {
        this.profile = profile;
        this.rules = new ClaimRules(profile);
        this.keys = keys;
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * Judges a token presented as a bearer token (RFC 6750). A DPoP-bound token is {@code
     * WRONG_TYPE} here: whoever stole it has no key to prove.
     */
    public Verdict validate(String token) {
        return judge(token, Optional::isEmpty);
    }

    /**
     * Judges a token whose presenter proved possession of the key with that RFC 7638 thumbprint
     * (RFC 9449 §7.1). A token bound to another key, or to none, is {@code WRONG_TYPE}.
     */
    public Verdict validateBoundTo(String token, String thumbprint) {
        Optional<String> proven = Optional.of(thumbprint);
        return judge(token, proven::equals);
    }

    /** Judges a token for somebody who is not its presenter (RFC 7662): possession is not asked. */
    public Verdict introspect(String token) {
        return judge(token, thumbprint -> true);
    }

    /**
     * @param possession whether the presenter may use a token bound to that thumbprint, or to none
     */
    private Verdict judge(String token, Predicate<Optional<String>> possession) {
        Optional<VerifiedTokens.Entry> known = verified.find(token);
        return known.isPresent() && isStillGood(known.get().key())
                ? judgeAgain(known.get().identity(), possession)
                : judgeFirst(token, possession);
    }

    private boolean isStillGood(VerificationKey key) {
        return lookUp(key.kid()) instanceof Lookup.Found found && found.key().equals(key);
    }

    private Verdict judgeAgain(Identity identity, Predicate<Optional<String>> possession) {
        if (!possession.test(identity.keyThumbprint())) {
            return invalid(Reason.WRONG_TYPE);
        }
        Optional<Reason> refusal = rules.refusalOf(identity, clock.instant());
        return refusal.isPresent() ? invalid(refusal.get()) : unlessRevoked(identity);
    }

    private Verdict judgeFirst(String token, Predicate<Optional<String>> possession) {
        CompactJws.Form form = CompactJws.parse(token);
        if (form instanceof CompactJws.Form.Refused refused) {
            return invalid(refused.reason());
        }
        CompactJws jws = ((CompactJws.Form.Canonical) form).jws();
        Optional<Claims> claims = Claims.of(jws.payload());
        if (claims.isEmpty()) {
            return invalid(Reason.MALFORMED);
        }
        Optional<Algorithm> algorithm = jws.alg().flatMap(Algorithm::ofWireName);
        if (algorithm.isEmpty() || !profile.algorithms().contains(algorithm.get())) {
            return invalid(Reason.ALG_NOT_ALLOWED);
        }
        Lookup lookup = lookUp(jws.kid().orElse(""));
        if (!(lookup instanceof Lookup.Found found)) {
            return withoutKey(lookup);
        }
        if (found.key().algorithm() != algorithm.get()) {
            return invalid(Reason.ALG_NOT_ALLOWED);
        }
        if (!found.key().verifies(jws.signingInput(), jws.signature())) {
            return invalid(Reason.BAD_SIGNATURE);
        }
        if (!jws.hasType(ACCESS_TYPE) || !possession.test(claims.get().keyThumbprint())) {
            return invalid(Reason.WRONG_TYPE);
        }
        return judgeClaims(token, claims.get(), found.key());
    }

    /**
     * A revoked key is known without asking, and a name that no key can have is asked for never.
     */
    private Lookup lookUp(String kid) {
        if (kid.isEmpty() || kid.length() > KeySet.KID_LENGTH_MAX) {
            return new Lookup.Unknown();
        }
        return revocations.isKeyRevoked(kid) ? new Lookup.Revoked() : keys.find(kid);
    }

    private static Verdict withoutKey(Lookup lookup) {
        if (lookup instanceof Lookup.Unavailable unavailable) {
            return new Verdict.Unavailable(unavailable.cause());
        }
        return invalid(lookup instanceof Lookup.Revoked ? Reason.KEY_REVOKED : Reason.UNKNOWN_KEY);
    }

    private Verdict judgeClaims(String token, Claims claims, VerificationKey key) {
        Optional<Reason> refusal = rules.refusalOf(claims, clock.instant());
        if (refusal.isPresent()) {
            return invalid(refusal.get());
        }
        Identity identity = Identities.of(claims, key.kid(), shared);
        verified.remember(token, new VerifiedTokens.Entry(identity, key));
        return unlessRevoked(identity);
    }

    private Verdict unlessRevoked(Identity identity) {
        Optional<Reason> revoked = revocations.reasonAgainst(identity);
        return revoked.isPresent() ? invalid(revoked.get()) : new Verdict.Valid(identity);
    }

    private static Verdict invalid(Reason reason) {
        return new Verdict.Invalid(reason);
    }
}
