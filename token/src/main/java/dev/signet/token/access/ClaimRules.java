package dev.signet.token.access;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/** What a profile demands of claims at one instant; the first refusal in the order of reasons. */
final class ClaimRules {

    private final TokenProfile profile;
    private final Duration ageMax;

    ClaimRules(TokenProfile profile) {
        this.profile = profile;
        this.ageMax = profile.ageMax().plus(profile.leeway());
    }

    /** Empty when the claims make an identity that is good now. */
    Optional<Reason> refusalOf(Claims claims, Instant now) {
        if (!Identities.hasKnownTokenType(claims)) {
            return Optional.of(Reason.WRONG_TYPE);
        }
        if (differs(claims.issuer(), profile.issuer())) {
            return Optional.of(Reason.WRONG_ISSUER);
        }
        if (!claims.audiences().isEmpty()
                && Collections.disjoint(claims.audiences(), profile.audiences())) {
            return Optional.of(Reason.WRONG_AUDIENCE);
        }
        if (differs(claims.environment(), profile.environment())) {
            return Optional.of(Reason.WRONG_ENVIRONMENT);
        }
        return refusalByTime(claims, now);
    }

    private static boolean differs(Optional<String> claim, String demanded) {
        return claim.isPresent() && !claim.get().equals(demanded);
    }

    private Optional<Reason> refusalByTime(Claims claims, Instant now) {
        if (claims.expiresAt().isPresent()
                && (isOver(claims.expiresAt().get(), now) || neverLives(claims))) {
            return Optional.of(Reason.EXPIRED);
        }
        if (isAhead(claims.notBefore(), now) || isAhead(claims.issuedAt(), now)) {
            return Optional.of(Reason.NOT_YET_VALID);
        }
        if (!Identities.areComplete(claims)) {
            return Optional.of(Reason.MISSING_CLAIM);
        }
        return isTooOld(claims.issuedAt().orElseThrow(), now)
                ? Optional.of(Reason.TOO_OLD)
                : Optional.empty();
    }

    /** The rules that time can break for an identity that was good before. */
    Optional<Reason> refusalOf(Identity identity, Instant now) {
        if (isOver(identity.expiresAt(), now)) {
            return Optional.of(Reason.EXPIRED);
        }
        if (isAhead(identity.issuedAt(), now)) {
            return Optional.of(Reason.NOT_YET_VALID);
        }
        return isTooOld(identity.issuedAt(), now) ? Optional.of(Reason.TOO_OLD) : Optional.empty();
    }

    private boolean isOver(Instant expiresAt, Instant now) {
        return !now.isBefore(expiresAt.plus(profile.leeway()));
    }

    private static boolean neverLives(Claims claims) {
        return claims.issuedAt().isPresent()
                && !claims.issuedAt().get().isBefore(claims.expiresAt().orElseThrow());
    }

    private boolean isAhead(Optional<Instant> from, Instant now) {
        return from.isPresent() && isAhead(from.get(), now);
    }

    private boolean isAhead(Instant from, Instant now) {
        return now.isBefore(from.minus(profile.leeway()));
    }

    private boolean isTooOld(Instant issuedAt, Instant now) {
        return now.isAfter(issuedAt.plus(ageMax));
    }
}
