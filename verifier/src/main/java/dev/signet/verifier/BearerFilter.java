package dev.signet.verifier;

import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.util.List;
import java.util.Map;

/**
 * From a request's {@code Authorization} headers to the decision on it (RFC 6750 §2.1, §3), for any
 * HTTP server. Tokens in a form or a query are not looked for. Safe for many threads.
 */
public final class BearerFilter {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String RETRY_AFTER_SECONDS = "2";

    private static final String SCHEME = "Bearer";

    private static final BearerOutcome ABSENT =
            new BearerOutcome.Refused(
                    401,
                    Map.of(CHALLENGE, "Bearer"),
                    "authentication_required",
                    "Send an access token as a Bearer credential.");
    private static final BearerOutcome SEVERAL =
            badRequest("Send exactly one Authorization header.");
    private static final BearerOutcome MISSHAPEN =
            badRequest("The Authorization header must read: Bearer <token>.");
    private static final BearerOutcome LATER =
            new BearerOutcome.Refused(
                    503,
                    Map.of("Retry-After", RETRY_AFTER_SECONDS),
                    "verification_unavailable",
                    "The token cannot be checked now; it may be good. Try again.");

    private final Verifier verifier;

    public BearerFilter(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Decides on a request.
     *
     * @param authorization the values of all its {@code Authorization} headers; empty when it has
     *     none
     */
    public BearerOutcome admit(List<String> authorization) {
        if (authorization.size() > 1) {
            return SEVERAL;
        }
        if (authorization.isEmpty() || !isBearer(authorization.get(0))) {
            return ABSENT;
        }
        String token = withoutScheme(authorization.get(0));
        return isB64Token(token) ? outcome(verifier.verify(token)) : MISSHAPEN;
    }

    private static boolean isBearer(String header) {
        boolean named = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return named
                && (header.length() == SCHEME.length()
                        || Character.isWhitespace(header.charAt(SCHEME.length())));
    }

    /** What follows the scheme and one or more spaces (RFC 9110 §11.4). */
    private static String withoutScheme(String header) {
        int start = SCHEME.length();
        while (start < header.length() && header.charAt(start) == ' ') {
            start++;
        }
        return header.substring(start);
    }

    private static boolean isB64Token(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isTokenCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "-._~+/".indexOf(c) >= 0;
    }

    private static BearerOutcome outcome(Verdict verdict) {
        if (verdict instanceof Verdict.Valid valid) {
            return new BearerOutcome.Authenticated(valid.identity());
        }
        return verdict instanceof Verdict.Invalid invalid ? invalid(invalid.reason()) : LATER;
    }

    private static BearerOutcome invalid(Reason reason) {
        return new BearerOutcome.Refused(
                401,
                Map.of(CHALLENGE, "Bearer error=\"invalid_token\""),
                reason.code(),
                "The access token is not good: " + reason.code() + ".");
    }

    private static BearerOutcome badRequest(String detail) {
        return new BearerOutcome.Refused(
                400,
                Map.of(CHALLENGE, "Bearer error=\"invalid_request\""),
                "invalid_request",
                detail);
    }
}
