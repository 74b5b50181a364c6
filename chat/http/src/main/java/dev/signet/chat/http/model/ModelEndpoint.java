package dev.signet.chat.http.model;

import java.net.URI;
import java.util.Optional;

/**
 * Where the model is.
 *
 * @param baseUrl such as {@code https://api.openai.com/v1}; {@code /chat/completions} follows it
 * @param name the model's name there, which users see
 * @param apiKey empty for endpoints that need none
 */
public record ModelEndpoint(URI baseUrl, String name, Optional<String> apiKey) {

    public ModelEndpoint {
        boolean web = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
        if (!web || baseUrl.getHost() == null || name.isBlank()) {
            throw new IllegalArgumentException("model: an http(s) base URL and a name");
        }
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "ModelEndpoint[" + baseUrl + " " + name + "]";
    }
}
