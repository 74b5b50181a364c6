package dev.signet.token.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.StrictJson;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verification keys by {@code kid} (RFC 7517 §5); immutable. */
public final class KeySet {

    /** Most keys that a set may hold. */
    public static final int KEYS_MAX = 64;

    /** Longest {@code kid}, in characters. */
    public static final int KID_LENGTH_MAX = 128;

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
     * @throws IllegalArgumentException when two of them share a {@code kid}
     */
    public static KeySet of(Collection<VerificationKey> keys) {
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
            if (other != null && !other.sameKey(key.get())) {
                return new Parsed.Refused("two different keys share one kid");
            }
        }
        return byKid.isEmpty()
                ? new Parsed.Refused("no usable key")
                : new Parsed.Usable(new KeySet(byKid), ignored);
    }

    private static Optional<VerificationKey> usableKey(Object entry, CryptoProvider provider) {
        try {
            return entry instanceof Map<?, ?> members
                    ? verificationKey(JWK.parse(jsonMembers(members)), provider)
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> jsonMembers(Map<?, ?> members) {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != StrictJson.NULL) {
                copy.put((String) name, value);
            }
        });
        return copy;
    }

    /** The key for verification, when the rules admit it. */
    static Optional<VerificationKey> verificationKey(JWK jwk, CryptoProvider provider) {
        String kid = jwk.getKeyID();
        Optional<Algorithm> algorithm = KeyRules.algorithmOf(jwk);
        if (kid == null || kid.isEmpty() || kid.length() > KID_LENGTH_MAX || algorithm.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(VerificationKey.of(kid, algorithm.get(), jwk, provider));
        } catch (GeneralSecurityException | JOSEException unusable) {
            return Optional.empty();
        }
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
        List<JWK> jwks = new ArrayList<>();
        keys.values().stream()
                .sorted((a, b) -> a.kid().compareTo(b.kid()))
                .forEach(key -> jwks.add(key.jwk()));
        return new JWKSet(jwks).toString(true);
    }
}
