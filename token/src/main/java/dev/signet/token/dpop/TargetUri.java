package dev.signet.token.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A request's target as {@code htu} names it: without query and fragment, and normalised by syntax
 * and scheme (RFC 9449 §4.3, RFC 3986 §6.2.2 and §6.2.3).
 */
record TargetUri(String scheme, String host, int port, String path) {

    /** Empty when the text is not an absolute URI with a host and without user information. */
    static Optional<TargetUri> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean isTarget =
                    uri.getScheme() != null
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null;
            return isTarget ? Optional.of(of(uri.normalize())) : Optional.empty();
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }

    private static TargetUri of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String path = uri.getRawPath();
        return new TargetUri(
                scheme,
                uri.getHost().toLowerCase(Locale.ROOT),
                uri.getPort() < 0 ? defaultPort(scheme) : uri.getPort(),
                path.isEmpty() ? "/" : path);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
