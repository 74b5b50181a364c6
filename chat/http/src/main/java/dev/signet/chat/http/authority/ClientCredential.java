package dev.signet.chat.http.authority;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** As which confidential client the chat backend signs people in (RFC 6749 §2.3.1). */
public record ClientCredential(String clientId, String clientSecret) {

    public ClientCredential {
        if (clientId.isEmpty() || clientSecret.isEmpty()) {
            throw new IllegalArgumentException("client: an id and a secret are required");
        }
    }

    /** The {@code Authorization} value of {@code client_secret_basic}. */
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
        return "ClientCredential[" + clientId + ", hidden]";
    }
}
