package dev.signet.chat.http.login;

import dev.signet.chat.login.WebSession;
import dev.signet.chat.login.WebSession.CookieHash;
import dev.signet.chat.login.WebSession.Sealed;
import java.util.Optional;

/** Tokens as they stand in the store: encrypted, and good in their own row alone. */
record SealedTokens(Sealer sealer) {

    Sealed seal(LoginTokens tokens, CookieHash key) {
        return new Sealed(sealer.seal(tokens.bytes(), context(key)));
    }

    /** Empty when they cannot be read, as under another key-encryption key. */
    Optional<LoginTokens> open(WebSession session) {
        return sealer.open(session.sealed().base64(), context(session.key()))
                .flatMap(LoginTokens::of);
    }

    private static String context(CookieHash key) {
        return "web-session:" + key.value();
    }
}
