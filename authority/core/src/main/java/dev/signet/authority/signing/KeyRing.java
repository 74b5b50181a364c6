package dev.signet.authority.signing;

import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeyState;
import dev.signet.token.key.SigningKey;
import dev.signet.token.key.VerificationKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All keys as they are at one moment; immutable. */
final class KeyRing implements KeySource {

    private static final Set<KeyState> PUBLISHED =
            Set.of(KeyState.PENDING, KeyState.ACTIVE, KeyState.RETIRING);

    private final SigningKey active;
    private final KeySet published;
    private final Set<String> revoked;

    private KeyRing(SigningKey active, KeySet published, Set<String> revoked) {
        this.active = active;
        this.published = published;
        this.revoked = Set.copyOf(revoked);
    }

    static KeyRing of(List<StoredKey> stored, Map<String, SigningKey> opened) {
        List<VerificationKey> published = new ArrayList<>();
        Set<String> revoked = new HashSet<>();
        SigningKey active = null;
        for (StoredKey key : stored) {
            if (PUBLISHED.contains(key.state())) {
                published.add(opened.get(key.kid()).verificationKey());
            }
            if (key.state() == KeyState.REVOKED) {
                revoked.add(key.kid());
            }
            if (key.state() == KeyState.ACTIVE) {
                active = opened.get(key.kid());
            }
        }
        if (active == null) {
            throw new IllegalStateException("signing keys: none is active");
        }
        return new KeyRing(active, KeySet.of(published), revoked);
    }

    static boolean isPublished(StoredKey key) {
        return PUBLISHED.contains(key.state());
    }

    SigningKey active() {
        return active;
    }

    KeySet published() {
        return published;
    }

    @Override
    public Lookup find(String kid) {
        if (revoked.contains(kid)) {
            return new Lookup.Revoked();
        }
        return published.find(kid)
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(Lookup.Unknown::new);
    }
}
