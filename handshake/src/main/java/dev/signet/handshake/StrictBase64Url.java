package dev.signet.handshake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** base64url without padding, of which each text has exactly one spelling (RFC 4648 §3.5, §5). */
final class StrictBase64Url {

    private StrictBase64Url() {}

    /** One character per byte; empty for any other spelling than the canonical one. */
    static Optional<String> decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return canonical.equals(text)
                    ? Optional.of(new String(bytes, StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64Url) {
            return Optional.empty();
        }
    }
}
