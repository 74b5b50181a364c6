package dev.signet.authority.http.feed;

import dev.signet.authority.Authority;
import dev.signet.token.verdict.Identity;
import java.time.InstantSource;

/** Who may go on reading: a stream ends with the token that opened it. */
record Readers(Authority authority, InstantSource clock) {

    boolean mayGoOn(Identity reader) {
        return clock.instant().isBefore(reader.expiresAt())
                && authority.revocations().state().reasonAgainst(reader).isEmpty();
    }
}
