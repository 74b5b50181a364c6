package dev.signet.token.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a token is {@code INVALID}. The checks run by: size, form, algorithm, key, signature, type,
 * claims, revocation.
 */
public enum Reason {
    MALFORMED,
    TOO_LARGE,
    ALG_NOT_ALLOWED,
    UNKNOWN_KEY,
    KEY_REVOKED,
    BAD_SIGNATURE,
    WRONG_TYPE,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    WRONG_ENVIRONMENT,
    EXPIRED,
    NOT_YET_VALID,
    MISSING_CLAIM,
    TOO_OLD,
    REVOKED_TOKEN,
    REVOKED_SESSION,
    REVOKED_SUBJECT,
    INACTIVE_SUBJECT;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The reason as it stands in JSON and close frames, e.g. {@code bad_signature}. */
    public String code() {
        return code;
    }

    /** The reason with that wire code; empty for any other text. */
    public static Optional<Reason> ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
