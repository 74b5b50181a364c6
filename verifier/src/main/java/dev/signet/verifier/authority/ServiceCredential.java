package dev.signet.verifier.authority;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * As whom a service talks to the authority, and the only secret that a verifier holds: good for
 * asking, useless for signing. Never printed.
 *
 * @param clientId the service's client identifier
 * @param clientSecret as the authority generated it
 */
public record ServiceCredential(String clientId, String clientSecret) {

    private static final int LENGTH_MAX = 512;

    public ServiceCredential {
        if (clientId.isEmpty() || clientId.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("service credential: a client id of 1 to 512");
        }
        if (clientSecret.isEmpty() || clientSecret.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("service credential: a client secret of 1 to 512");
        }
    }

    /** The {@code Authorization} value of {@code client_secret_basic} (RFC 6749 §2.3.1). */
    String basic() {
        String pair = encoded(clientId) + ":" + encoded(clientSecret);
        return "Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ServiceCredential[" + clientId + ", hidden]";
    }
}
