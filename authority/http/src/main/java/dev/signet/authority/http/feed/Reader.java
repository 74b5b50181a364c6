package dev.signet.authority.http.feed;

import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import java.time.InstantSource;

/** A service that reads the feed; its stream ends with the token that opened it. */
record Reader(Identity service, RevocationState revocations, InstantSource clock) {

    boolean isExpired() {
        return !clock.instant().isBefore(service.expiresAt());
    }

    boolean isRevoked() {
        return revocations.reasonAgainst(service).isPresent();
    }
}
