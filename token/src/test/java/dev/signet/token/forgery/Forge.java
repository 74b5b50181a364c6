package dev.signet.token.forgery;

import dev.signet.token.access.AccessGrant;
import dev.signet.token.access.TokenIssuer;
import dev.signet.token.access.TokenProfile;
import dev.signet.token.access.TokenValidator;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeySource.Lookup;
import dev.signet.token.key.SigningKey;
import dev.signet.token.key.VerificationKey;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity.Kind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An issuer that signs whatever it is told to. Unless a kind is about signatures its tokens are
 * signed by the right key, so that nothing but the check in question can refuse them.
 */
public final class Forge {

    /** Not a whole second, like most moments. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00.250Z");

    public static final String ISSUER = "https://authority.test";
    public static final String AUDIENCE = "signet-platform";
    public static final String ENVIRONMENT = "test";
    public static final String SUBJECT = "usr_alice";
    public static final String SESSION = "ses_alice";

    /** Published, and withdrawn afterwards. */
    public final SigningKey withdrawn = newKey(Algorithm.ES256);

    /** A second published key of the same kind. */
    public final SigningKey second = newKey(Algorithm.ES256);

    /** Known to nobody. */
    public final SigningKey stranger = newKey(Algorithm.ES256);

    private final Map<Algorithm, SigningKey> keys = new EnumMap<>(Algorithm.class);

    private static final class Shared {
        static final Forge INSTANCE = new Forge();
    }

    private Forge() {
        Stream.of(Algorithm.values()).forEach(algorithm -> keys.put(algorithm, newKey(algorithm)));
    }

    /** The one issuer of all tests here; making RSA keys takes its time. */
    public static Forge shared() {
        return Shared.INSTANCE;
    }

    private static SigningKey newKey(Algorithm algorithm) {
        return SigningKey.generate(algorithm, CryptoProvider.best());
    }

    /** The key that signs good tokens. */
    public SigningKey key() {
        return key(Algorithm.ES256);
    }

    /** The published key of an algorithm. */
    public SigningKey key(Algorithm algorithm) {
        return keys.get(algorithm);
    }

    /** Everything published, as a verifier with that provider reads it. */
    public KeySet published(CryptoProvider provider) {
        List<VerificationKey> all =
                Stream.concat(keys.values().stream(), Stream.of(second, withdrawn))
                        .map(SigningKey::verificationKey)
                        .toList();
        byte[] document = KeySet.of(all).toJson().getBytes(StandardCharsets.UTF_8);
        return ((KeySet.Parsed.Usable) KeySet.parse(document, provider)).keys();
    }

    /** Knows the published keys and that one of them was withdrawn. */
    public KeySource source(CryptoProvider provider) {
        KeySet published = published(provider);
        return kid -> {
            if (kid.equals(withdrawn.kid())) {
                return new Lookup.Revoked();
            }
            return published
                    .find(kid)
                    .<Lookup>map(Lookup.Found::new)
                    .orElseGet(Lookup.Unknown::new);
        };
    }

    /** Accepts every algorithm, which is the weakest profile that there is. */
    public static TokenProfile profile() {
        return TokenProfile.of(ISSUER, Set.of(AUDIENCE), ENVIRONMENT)
                .withAlgorithms(Set.of(Algorithm.values()));
    }

    public TokenValidator validator(CryptoProvider provider, RevocationState revocations) {
        return validator(provider, revocations, InstantSource.fixed(NOW));
    }

    public TokenValidator validator(
            CryptoProvider provider, RevocationState revocations, InstantSource clock) {
        return new TokenValidator(profile(), source(provider), revocations, clock);
    }

    /** An honest issuer with the same key. */
    public TokenIssuer issuer() {
        return new TokenIssuer(
                ISSUER, ENVIRONMENT, this::key, InstantSource.fixed(NOW), new SecureRandom());
    }

    public static AccessGrant grant() {
        return new AccessGrant(
                Kind.USER,
                SUBJECT,
                Set.of(AUDIENCE),
                "signet-chat",
                Optional.of(SESSION),
                Set.of("openid", "profile"),
                Set.of("chat:use"),
                Optional.of("alice@example.test"),
                Optional.of(NOW),
                List.of("pwd"),
                Optional.of("1"),
                Optional.empty(),
                Duration.ofMinutes(10));
    }

    /** The header of a good token. */
    public Json header() {
        return header(key());
    }

    public Json header(SigningKey key) {
        return Json.empty()
                .withText("alg", key.algorithm().wireName())
                .withText("kid", key.kid())
                .withText("typ", TokenValidator.ACCESS_TYPE);
    }

    /** The claims of a good user token, one minute old, nine to live. */
    public Json claims() {
        long now = NOW.getEpochSecond();
        return Json.empty()
                .withText("iss", ISSUER)
                .withText("sub", SUBJECT)
                .with("aud", "[\"" + AUDIENCE + "\"]")
                .with("exp", Long.toString(now + 540))
                .with("iat", Long.toString(now - 60))
                .withText("jti", "tok_0123456789abcdefghij")
                .withText("client_id", "signet-chat")
                .withText("sid", SESSION)
                .withText("scope", "openid profile")
                .with("permissions", "[\"chat:use\"]")
                .withText("email", "alice@example.test")
                .withText("env", ENVIRONMENT)
                .with("auth_time", Long.toString(now - 90))
                .with("amr", "[\"pwd\"]")
                .withText("acr", "1")
                .withText("token_type", "access");
    }

    public String token() {
        return sign(header(), claims());
    }

    public String sign(Json header, Json claims) {
        return sign(header.utf8(), claims.utf8());
    }

    /** Signed by the good key, whatever the header says. */
    public String sign(byte[] header, byte[] payload) {
        return sign(key(), header, payload);
    }

    public static String sign(SigningKey key, byte[] header, byte[] payload) {
        String input = Base64Url.encode(header) + '.' + Base64Url.encode(payload);
        return input + '.' + Base64Url.encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The same header and payload with another signature. */
    public static String withSignature(String token, byte[] signature) {
        return signingInput(token) + '.' + Base64Url.encode(signature);
    }

    public static String signingInput(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    public static byte[] signature(String token) {
        return Base64Url.decode(token.substring(token.lastIndexOf('.') + 1)).orElseThrow();
    }

    /** Signs parts that are spelled as they are, so that only their spelling is wrong. */
    public String signSpelled(String header, String payload) {
        String input = header + '.' + payload;
        byte[] signature = key().sign(input.getBytes(StandardCharsets.UTF_8));
        return input + '.' + Base64Url.encode(signature);
    }

    static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
