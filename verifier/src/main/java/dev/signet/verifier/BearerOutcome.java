package dev.signet.verifier;

import dev.signet.token.verdict.Identity;
import java.util.Map;

/** What an HTTP server does with a request, by its {@code Authorization} header. */
public sealed interface BearerOutcome {

    /** The request goes on in this name. */
    record Authenticated(Identity identity) implements BearerOutcome {}

    /**
     * The request ends here.
     *
     * @param status 400, 401 or 503
     * @param headers {@code WWW-Authenticate} or {@code Retry-After}, ready to be set
     * @param code for the problem's {@code code} (RFC 9457)
     * @param detail for the problem's {@code detail}; one sentence
     */
    record Refused(int status, Map<String, String> headers, String code, String detail)
            implements BearerOutcome {
        public Refused {
            headers = Map.copyOf(headers);
        }
    }
}
