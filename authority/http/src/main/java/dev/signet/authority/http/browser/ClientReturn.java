package dev.signet.authority.http.browser;

import dev.signet.http.message.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The way back to the client, with {@code state} as it came and {@code iss} (RFC 6749 §4.1.2, RFC
 * 9207).
 *
 * @param redirectUri one that the client has registered
 */
record ClientReturn(String redirectUri, Optional<String> state, URI issuer) {

    Answer code(String code) {
        return with(Map.of("code", code));
    }

    Answer error(String error, String description) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        parameters.put("error_description", description);
        return with(parameters);
    }

    private Answer with(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        state.ifPresent(text -> all.put("state", text));
        all.put("iss", issuer.toString());
        StringBuilder uri = new StringBuilder(redirectUri);
        char separator = redirectUri.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            uri.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return Answer.redirect(URI.create(uri.toString()));
    }
}
