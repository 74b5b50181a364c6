package dev.signet.authority.http.caller;

import dev.signet.http.message.Request;
import java.util.List;
import java.util.Optional;

/** The token of an {@code Authorization} header (RFC 6750 §2.1); never from a query or a form. */
final class BearerToken {

    private static final String SCHEME = "bearer ";

    private BearerToken() {}

    /** The token; empty when there is no header, more than one, or one of another scheme. */
    static Optional<String> of(Request request) {
        List<String> values = request.headers().apply("Authorization");
        if (values.size() != 1) {
            return Optional.empty();
        }
        String value = values.getFirst();
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(value.substring(SCHEME.length()))
                : Optional.empty();
    }
}
