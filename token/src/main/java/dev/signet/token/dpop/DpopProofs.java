package dev.signet.token.dpop;

import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.jose.CompactJws;
import dev.signet.token.jose.Digest;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.EmbeddedKey;
import dev.signet.token.key.VerificationKey;
import dev.signet.token.limit.TokenLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Checks DPoP proofs (RFC 9449 §4.3): one use each, for one method and one URI, made within the
 * last minute by the holder of the key inside. Thread-safe; remembers at most {@value
 * TokenLimits#PROOFS_MAX} proofs and refuses new ones while that many are fresh.
 */
public final class DpopProofs {

    static final String TYPE = "dpop+jwt";

    private final CryptoProvider provider;
    private final InstantSource clock;
    private final ProofMemory memory = new ProofMemory();

    /** What became of a proof. */
    public sealed interface Outcome {
        /** The presenter holds the private key of that RFC 7638 thumbprint. */
        record Proven(String thumbprint) implements Outcome {}

        /** {@code invalid_dpop_proof}; the text says which check and nothing of the proof. */
        record Refused(String why) implements Outcome {}
    }

    /**
     * The request that a proof was made for.
     *
     * @param method in upper case
     * @param uri absolute; query and fragment do not count
     * @param accessToken the token presented beside it; empty at the token endpoint
     */
    public record Request(String method, String uri, Optional<String> accessToken) {}

    public DpopProofs(CryptoProvider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** Checks one proof; a proven one is spent by that. */
    public Outcome check(String proof, Request request) {
        if (!(CompactJws.parse(proof) instanceof CompactJws.Form.Canonical canonical)) {
            return refused("malformed");
        }
        CompactJws jws = canonical.jws();
        if (!jws.hasType(TYPE)) {
            return refused("typ is not dpop+jwt");
        }
        Optional<VerificationKey> key = key(jws);
        if (key.isEmpty() || !key.get().verifies(jws.signingInput(), jws.signature())) {
            return refused("not signed by the key inside");
        }
        return checkClaims(jws.payload(), request, key.get().thumbprint());
    }

    private Optional<VerificationKey> key(CompactJws jws) {
        Optional<Algorithm> algorithm = jws.alg().flatMap(Algorithm::ofWireName);
        if (algorithm.isEmpty() || !(jws.header().get("jwk") instanceof Map<?, ?> jwk)) {
            return Optional.empty();
        }
        return EmbeddedKey.parse(jwk, algorithm.get(), provider);
    }

    private Outcome checkClaims(Map<String, Object> claims, Request request, String thumbprint) {
        if (!request.method().equals(claims.get("htm"))) {
            return refused("htm names another method");
        }
        if (!(claims.get("htu") instanceof String uri) || !isSameTarget(uri, request.uri())) {
            return refused("htu names another URI");
        }
        if (request.accessToken().isPresent()
                && !hash(request.accessToken().get()).equals(claims.get("ath"))) {
            return refused("ath names another access token");
        }
        Instant now = clock.instant();
        if (!(claims.get("iat") instanceof Number seconds) || !isFresh(seconds, now)) {
            return refused("iat is not within the last minute");
        }
        if (!(claims.get("jti") instanceof String id)
                || id.isEmpty()
                || id.length() > TokenLimits.PROOF_ID_LENGTH_MAX) {
            return refused("jti is missing or too long");
        }
        return memory.firstUse(thumbprint + ' ' + id, now)
                ? new Outcome.Proven(thumbprint)
                : refused("used before");
    }

    private static boolean isSameTarget(String claimed, String requested) {
        Optional<TargetUri> target = TargetUri.parse(claimed);
        return target.isPresent() && target.equals(TargetUri.parse(requested));
    }

    /** To the millisecond, for a proof must not be fresh for longer than it is remembered. */
    private static boolean isFresh(Number seconds, Instant now) {
        double age = now.toEpochMilli() / 1000.0 - seconds.doubleValue();
        return Math.abs(age) <= TokenLimits.PROOF_AGE_MAX.toSeconds();
    }

    /** {@code ath} of an access token (RFC 9449 §4.2). */
    static String hash(String accessToken) {
        return Base64Url.encode(Digest.of(accessToken, "SHA-256"));
    }

    private static Outcome refused(String why) {
        return new Outcome.Refused(why);
    }
}
