package dev.signet.authority.sql;

import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import java.time.Instant;
import java.util.List;

/** One revocation of each kind. */
final class Samples {

    private static final Instant UNTIL = EmptyStore.NOW.plusSeconds(60);

    static final RevocationEvent TOKEN = new TokenRevoked("jti", UNTIL);
    static final RevocationEvent SESSION = new SessionRevoked("ses_one", UNTIL);
    static final RevocationEvent SUBJECT =
            new SubjectRevoked("usr_alice", EmptyStore.NOW, Cause.CREDENTIAL_CHANGE, UNTIL);
    static final RevocationEvent KEY = new KeyRevoked("kid");
    static final RevocationEvent ACTIVATED = new KeyActivated("kid");
    static final List<RevocationEvent> ALL = List.of(TOKEN, SESSION, SUBJECT, KEY, ACTIVATED);

    private Samples() {}
}
