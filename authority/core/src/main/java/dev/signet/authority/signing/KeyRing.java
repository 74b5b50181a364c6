package dev.signet.authority.signing;

import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeyState;
import dev.signet.token.key.SigningKey;
import dev.signet.token.key.VerificationKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

    /** Opens the keys that are published; one of them must be active. */
    static KeyRing of(List<StoredKey> stored, Function<StoredKey, SigningKey> open) {
        List<VerificationKey> published = new ArrayList<>();
        Set<String> revoked = new HashSet<>();
        Optional<SigningKey> active = Optional.empty();
        for (StoredKey key : stored) {
            if (key.state() == KeyState.REVOKED) {
                revoked.add(key.kid());
            }
            if (PUBLISHED.contains(key.state())) {
                published.add(open.apply(key).verificationKey());
            }
            if (key.state() == KeyState.ACTIVE) {
                active = Optional.of(open.apply(key));
            }
        }
        return new KeyRing(
                active.orElseThrow(() -> new IllegalStateException("signing keys: none active")),
                KeySet.of(published),
                revoked);
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
        return published.find(kid).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Unknown::new);
    }
}
