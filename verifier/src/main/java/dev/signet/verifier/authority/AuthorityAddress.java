package dev.signet.verifier.authority;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the authority is: its issuer identifier, below which all endpoints lie (RFC 8414 §2).
 *
 * @param issuer {@code https}, or {@code http} to a loopback host; no user, query or fragment
 * @param insecureHttp whether {@code http} is admitted to any host
 */
public record AuthorityAddress(URI issuer, boolean insecureHttp) {

    private static final Pattern LOOPBACK_IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]");

    public AuthorityAddress {
        boolean https = "https".equalsIgnoreCase(issuer.getScheme());
        boolean http = "http".equalsIgnoreCase(issuer.getScheme());
        if (!https && !http || issuer.getHost() == null) {
            throw new IllegalArgumentException("authority: an absolute http(s) URI with a host");
        }
        if (issuer.getRawUserInfo() != null
                || issuer.getRawQuery() != null
                || issuer.getRawFragment() != null) {
            throw new IllegalArgumentException("authority: no user, query or fragment in its URI");
        }
        if (http && !insecureHttp && !isLoopback(issuer.getHost())) {
            throw new IllegalArgumentException(
                    "authority: http without TLS is for loopback hosts; use https, or say"
                            + " allowInsecureHttp()");
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK_NAMES.contains(host.toLowerCase(Locale.ROOT))
                || LOOPBACK_IPV4.matcher(host).matches();
    }

    /** Whether requests travel without TLS. */
    public boolean isPlain() {
        return "http".equalsIgnoreCase(issuer.getScheme());
    }

    /** The key set (RFC 7517 §5). */
    public URI keySet() {
        return at("/oauth2/jwks");
    }

    /** The token endpoint (RFC 6749 §3.2). */
    public URI token() {
        return at("/oauth2/token");
    }

    /** Says whether a token is good. */
    public URI validate() {
        return at("/auth/validate");
    }

    /** Turns a ticket into an identity. */
    public URI redeemTicket() {
        return at("/auth/ticket/redeem");
    }

    /** Everything that is revoked. */
    public URI snapshot() {
        return at("/feed/snapshot");
    }

    /** The stream of what came after that number of that epoch. */
    public URI feed(String epoch, long since) {
        return at(
                "/feed?since="
                        + since
                        + "&epoch="
                        + URLEncoder.encode(epoch, StandardCharsets.UTF_8));
    }

    private URI at(String path) {
        String base = issuer.toString();
        return URI.create(
                base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path);
    }
}
