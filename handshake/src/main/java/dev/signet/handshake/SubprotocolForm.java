package dev.signet.handshake;

import dev.signet.token.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The entries of {@code Sec-WebSocket-Protocol} that carry a credential, by prefix; subprotocols
 * are compared with regard to case.
 */
enum SubprotocolForm {
    TICKET("signet.ticket.") {
        @Override
        Optional<Credential> decode(String rest) {
            return Optional.of(new Credential.Ticket(rest));
        }
    },
    JWT_AUTH("jwt-auth."),
    JWT("jwt."),
    BEARER("bearer."),
    KUBERNETES("base64url.bearer.authorization.k8s.io.") {
        @Override
        Optional<Credential> decode(String rest) {
            return encoded(rest);
        }
    },
    PHOENIX("base64url.bearer.phx.") {
        @Override
        Optional<Credential> decode(String rest) {
            return encoded(rest);
        }
    };

    private final String prefix;

    SubprotocolForm(String prefix) {
        this.prefix = prefix;
    }

    /** The form of that entry; empty when it carries no credential. */
    static Optional<SubprotocolForm> of(String entry) {
        return Arrays.stream(values()).filter(form -> entry.startsWith(form.prefix)).findFirst();
    }

    /** The credential in that entry of this form; empty when it cannot be decoded. */
    Optional<Credential> credential(String entry) {
        return decode(entry.substring(prefix.length()));
    }

    /**
     * A token raw or encoded. A compact token has dots and base64url has none, so nothing can be
     * read both ways.
     */
    Optional<Credential> decode(String rest) {
        if (rest.indexOf('.') >= 0) {
            return Optional.of(new Credential.Token(rest));
        }
        return encoded(rest);
    }

    private static Optional<Credential> encoded(String rest) {
        return Base64Url.decode(rest)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .map(Credential.Token::new);
    }
}
