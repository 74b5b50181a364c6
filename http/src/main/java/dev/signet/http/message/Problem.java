package dev.signet.http.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong, for the caller (RFC 9457). The support code and the correlation id are added
 * where the request is answered.
 *
 * @param status 400 to 599
 * @param code a stable word that clients may branch on
 * @param detail one sentence for a person; never quotes a secret
 * @param action what the caller can do; empty when nothing
 * @param headers further response headers, such as {@code Retry-After}
 */
public record Problem(
        int status,
        String code,
        String detail,
        Optional<String> action,
        Map<String, String> headers) {

    public Problem {
        headers = Map.copyOf(headers);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("problem: status 400 to 599, not " + status);
        }
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Optional.empty(), Map.of());
    }

    /** 400 with code {@code invalid_request}. */
    public static Problem badRequest(String detail) {
        return of(400, "invalid_request", detail);
    }

    /**
     * 403 with code {@code insufficient_scope} (RFC 6750 §3.1).
     *
     * @param scheme by which the token was shown, {@code Bearer} or {@code DPoP}
     * @param scope the one that the token lacks
     */
    public static Problem insufficientScope(String scheme, String scope) {
        return of(403, "insufficient_scope", "The token lacks the scope " + scope + ".")
                .withAction("Sign in again and ask for the scope " + scope + ".")
                .withHeader(
                        "WWW-Authenticate",
                        scheme + " error=\"insufficient_scope\", scope=\"" + scope + '"');
    }

    /** 503: the fault is ours. */
    public static Problem unavailable(String detail, int retryAfterSeconds) {
        return of(503, "unavailable", detail)
                .withAction("Try again after the time in Retry-After.")
                .withHeader("Retry-After", Integer.toString(retryAfterSeconds));
    }

    public Problem withAction(String text) {
        return new Problem(status, code, detail, Optional.of(text), headers);
    }

    public Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, action, more);
    }
}
