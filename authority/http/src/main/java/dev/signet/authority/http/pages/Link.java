package dev.signet.authority.http.pages;

import java.net.URI;
import java.util.Set;

/**
 * A way on from a page.
 *
 * @param target a path of this origin, or an absolute {@code http} or {@code https} address
 */
public record Link(String target, String text) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public Link {
        URI uri = URI.create(target);
        if (uri.getScheme() == null) {
            LocalPath.require(target);
        }
        if (uri.getScheme() != null
                && (uri.getHost() == null || !SCHEMES.contains(uri.getScheme()))) {
            throw new IllegalArgumentException("a link leads to a path or to http(s)");
        }
    }
}
