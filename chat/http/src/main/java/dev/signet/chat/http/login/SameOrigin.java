package dev.signet.chat.http.login;

import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells requests of our own page from those that another site makes a browser send: the page's
 * carry a header that no form can set, and the browser names our origin.
 */
public final class SameOrigin {

    /** The header that the page sends, with value {@code 1}. */
    public static final String HEADER = "X-Signet-Request";

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final String origin;

    public SameOrigin(URI publicUri) {
        this.origin = publicUri.getScheme() + "://" + publicUri.getRawAuthority();
    }

    /** Our origin as browsers write it (RFC 6454 §6.2). */
    public String origin() {
        return origin;
    }

    /** Why a request that acts by cookie is refused; empty when it may. */
    public Optional<Problem> objection(Request request) {
        if (SAFE.contains(request.method())) {
            return Optional.empty();
        }
        boolean ours =
                request.headers().apply("Origin").equals(List.of(origin))
                        && request.header(HEADER).filter("1"::equals).isPresent();
        return ours
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        403,
                                        "cross_site_request",
                                        "This request did not come from this site's own page.")
                                .withAction(
                                        "Send "
                                                + HEADER
                                                + ": 1 from a page of this origin, or a"
                                                + " bearer token instead of the cookie."));
    }
}
