package dev.signet.verifier;

import dev.signet.token.authorization.Authorization;
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
        Authorization presented = Authorization.of(authorization);
        if (presented instanceof Authorization.Bearer bearer) {
            return outcome(verifier.verify(bearer.token()));
        }
        if (presented instanceof Authorization.Repeated) {
            return SEVERAL;
        }
        return presented instanceof Authorization.Malformed ? MISSHAPEN : ABSENT;
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
