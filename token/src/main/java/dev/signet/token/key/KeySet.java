package dev.signet.token.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.signet.token.jose.StrictJson;
import dev.signet.token.limit.TokenLimits;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verification keys by {@code kid} (RFC 7517 §5); immutable. */
public final class KeySet {

    /** Most keys that a set may hold. */
    public static final int KEYS_MAX = TokenLimits.KEYS_MAX;

    /** Longest {@code kid}, in characters. */
    public static final int KID_LENGTH_MAX = TokenLimits.KID_LENGTH_MAX;

    private final Map<String, VerificationKey> keys;

    private KeySet(Map<String, VerificationKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** What became of a key set document. */
    public sealed interface Parsed {
        /**
         * At least one usable key.
         *
         * @param ignored how many entries were left out: other key types, other uses, weak, private
         *     or nameless ones
         */
        record Usable(KeySet keys, int ignored) implements Parsed {}

        /** Not a key set, too many keys, no usable key, or one {@code kid} for two keys. */
        record Refused(String why) implements Parsed {}
    }

    /**
     * A set of those keys.
     *
     * @throws IllegalArgumentException when two of them share a {@code kid}, or when there are more
     *     than {@link #KEYS_MAX}, which no reader would take
     */
    public static KeySet of(Collection<VerificationKey> keys) {
        if (keys.size() > KEYS_MAX) {
            throw new IllegalArgumentException("key set: more than " + KEYS_MAX + " keys");
        }
        Map<String, VerificationKey> byKid = new LinkedHashMap<>();
        for (VerificationKey key : keys) {
            if (byKid.put(key.kid(), key) != null) {
                throw new IllegalArgumentException("two keys with kid " + key.kid());
            }
        }
        return new KeySet(byKid);
    }

    /** Reads a JWK Set; one bad key spoils itself, an ambiguous one spoils the set. */
    public static Parsed parse(byte[] json, CryptoProvider provider) {
        Optional<Map<String, Object>> document = StrictJson.parseObject(json);
        if (document.isEmpty() || !(document.get().get("keys") instanceof List<?> entries)) {
            return new Parsed.Refused("not a JWK set");
        }
        if (entries.size() > KEYS_MAX) {
            return new Parsed.Refused("more than " + KEYS_MAX + " keys");
        }
        return collect(entries, provider);
    }

    private static Parsed collect(List<?> entries, CryptoProvider provider) {
        Map<String, VerificationKey> byKid = new LinkedHashMap<>();
        int ignored = 0;
        for (Object entry : entries) {
            Optional<VerificationKey> key = usableKey(entry, provider);
            if (key.isEmpty()) {
                ignored++;
                continue;
            }
            VerificationKey other = byKid.putIfAbsent(key.get().kid(), key.get());
            if (other != null && !other.equals(key.get())) {
                return new Parsed.Refused("two different keys share one kid");
            }
        }
        return byKid.isEmpty()
                ? new Parsed.Refused("no usable key")
                : new Parsed.Usable(new KeySet(byKid), ignored);
    }

    private static Optional<VerificationKey> usableKey(Object entry, CryptoProvider provider) {
        return entry instanceof Map<?, ?> members ? Jwks.key(members, provider) : Optional.empty();
    }

    /** The key of that {@code kid}; empty when the set has none. */
    public Optional<VerificationKey> find(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }

    /** All {@code kid}s. */
    public Set<String> kids() {
        return keys.keySet();
    }

    /** This set without one key. */
    public KeySet without(String kid) {
        Map<String, VerificationKey> rest = new LinkedHashMap<>(keys);
        rest.remove(kid);
        return new KeySet(rest);
    }

    /** The JWK Set document; holds public members only. */
    public String toJson() {
        List<JWK> jwks =
                keys.values().stream()
                        .sorted(Comparator.comparing(VerificationKey::kid))
                        .map(VerificationKey::jwk)
                        .toList();
        return new JWKSet(jwks).toString(true);
    }
}
