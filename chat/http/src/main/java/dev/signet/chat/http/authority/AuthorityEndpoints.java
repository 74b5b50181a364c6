package dev.signet.chat.http.authority;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the authority's endpoints lie.
 *
 * @param issuer exactly as it stands in {@code iss}; a base address without a path
 */
public record AuthorityEndpoints(URI issuer) {

    public AuthorityEndpoints {
        boolean web = "http".equals(issuer.getScheme()) || "https".equals(issuer.getScheme());
        String path = issuer.getRawPath();
        boolean bare = path == null || path.isEmpty();
        if (!web || issuer.getHost() == null || !bare || issuer.getRawQuery() != null) {
            throw new IllegalArgumentException("authority: an http(s) base address without a path");
        }
    }

    /** The authorization endpoint, for browsers. */
    public URI authorize(String query) {
        return at("/oauth2/authorize?" + query);
    }

    URI token() {
        return at("/oauth2/token");
    }

    URI discovery() {
        return at("/.well-known/openid-configuration");
    }

    URI me() {
        return at("/auth/me");
    }

    URI sessions() {
        return at("/auth/sessions");
    }

    URI session(String sessionId) {
        String segment = URLEncoder.encode(sessionId, StandardCharsets.UTF_8).replace("+", "%20");
        return at("/auth/sessions/" + segment);
    }

    URI securityEvents() {
        return at("/auth/security-events");
    }

    URI ticket() {
        return at("/auth/ticket");
    }

    URI logout() {
        return at("/auth/logout");
    }

    private URI at(String path) {
        return URI.create(issuer + path);
    }
}
