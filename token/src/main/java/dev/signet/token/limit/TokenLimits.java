package dev.signet.token.limit;

import java.time.Duration;

/** Every bound of this module; what exceeds one is refused, never cut. */
public final class TokenLimits {

    /** Longest token that is looked at, in characters. */
    public static final int TOKEN_LENGTH_MAX = 16 * 1024;

    /** Longest feed message, in characters: a snapshot of some 100,000 revocations. */
    public static final int FEED_LENGTH_MAX = 16 * 1024 * 1024;

    /** Most entries in one feed batch. */
    public static final int FEED_BATCH_MAX = 512;

    /** How deep JSON may nest. */
    public static final int JSON_DEPTH_MAX = 8;

    /** Longest JSON number, in characters. */
    public static final int JSON_NUMBER_LENGTH_MAX = 32;

    /** Most idle buffers that reading and writing JSON keep each. */
    public static final int JSON_BUFFERS_IDLE_MAX = 64;

    /** Longest single claim, in characters. */
    public static final int CLAIM_LENGTH_MAX = 2048;

    /** Most elements of a claim that is an array, and most scopes. */
    public static final int CLAIM_ELEMENTS_MAX = 256;

    /** Longest life of an access or id token. */
    public static final Duration LIFETIME_MAX = Duration.ofHours(2);

    /** Longest time for which any profile accepts a token after its {@code iat}. */
    public static final Duration AGE_MAX = Duration.ofHours(24);

    /** Furthest that clocks may differ. */
    public static final Duration LEEWAY_MAX = Duration.ofSeconds(60);

    /** Most keys in one set. */
    public static final int KEYS_MAX = 64;

    /** Longest {@code kid}, in characters; a longer one is unknown without being looked up. */
    public static final int KID_LENGTH_MAX = 128;

    public static final int RSA_BITS_MIN = 2048;
    public static final int RSA_BITS_MAX = 8192;

    /** Most idle signature objects of one key. */
    public static final int SIGNATURES_IDLE_MAX = 16;

    /** Values that many tokens say alike, of which one copy each is kept. */
    public static final int SHARED_VALUES_MAX = 1_000;

    /** Tokens remembered as verified in one of two generations. */
    public static final int REMEMBERED_TOKENS_MAX = 8192;

    /** Longest token that is remembered; a longer one is verified each time it comes. */
    public static final int REMEMBERED_LENGTH_MAX = 4096;

    /** How old a DPoP proof may be, and how far in the future. */
    public static final Duration PROOF_AGE_MAX = Duration.ofSeconds(60);

    /** Most DPoP proofs remembered against replay. */
    public static final int PROOFS_MAX = 100_000;

    /** Longest {@code jti} of a DPoP proof, in characters. */
    public static final int PROOF_ID_LENGTH_MAX = 256;

    private TokenLimits() {}
}
