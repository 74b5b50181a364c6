package dev.signet.authority.http.caller;

import dev.signet.http.message.Request;
import java.util.List;

/** What an {@code Authorization} header presents; tokens of a query or a form are never read. */
sealed interface AccessToken {

    /** No header, or one of a scheme without an access token. */
    record Absent() implements AccessToken {}

    /** More than one header (RFC 6750 §3.1). */
    record Repeated() implements AccessToken {}

    /** RFC 6750 §2.1. */
    record Bearer(String token) implements AccessToken {
        @Override
        public String toString() {
            return "Bearer[hidden]";
        }
    }

    /** RFC 9449 §7.1: a proof must come along. */
    record Bound(String token) implements AccessToken {
        @Override
        public String toString() {
            return "Bound[hidden]";
        }
    }

    String BEARER = "bearer ";
    String DPOP = "dpop ";

    static AccessToken of(Request request) {
        List<String> values = request.headers().apply("Authorization");
        if (values.size() > 1) {
            return new Repeated();
        }
        String value = values.isEmpty() ? "" : values.getFirst();
        if (hasScheme(value, BEARER)) {
            return new Bearer(after(BEARER, value));
        }
        return hasScheme(value, DPOP) ? new Bound(after(DPOP, value)) : new Absent();
    }

    /** One space or more stand between (RFC 9110 §11.4). */
    private static String after(String scheme, String value) {
        int start = scheme.length();
        while (start < value.length() && value.charAt(start) == ' ') {
            start++;
        }
        return value.substring(start);
    }

    private static boolean hasScheme(String value, String scheme) {
        return value.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
