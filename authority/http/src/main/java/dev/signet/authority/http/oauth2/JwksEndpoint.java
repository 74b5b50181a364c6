package dev.signet.authority.http.oauth2;

import dev.signet.authority.signing.SigningKeys;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import dev.signet.token.key.KeySet;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** The public keys (RFC 7517 §5). The document is written once for each key set. */
final class JwksEndpoint {

    private static final List<Answer.Header> HEADERS =
            List.of(new Answer.Header("Cache-Control", "public, max-age=60"));

    private final SigningKeys keys;
    private volatile Written written;

    private record Written(KeySet keys, Answer answer) {
        static Written of(KeySet keys) {
            return new Written(
                    keys,
                    new Answer.Bytes(
                            200,
                            "application/jwk-set+json",
                            Buffer.buffer(keys.toJson()),
                            HEADERS));
        }
    }

    JwksEndpoint(SigningKeys keys) {
        this.keys = keys;
        this.written = Written.of(keys.published());
    }

    Answer answer(Request request) {
        KeySet published = keys.published();
        Written current = written;
        if (current.keys() != published) {
            current = Written.of(published);
            written = current;
        }
        return current.answer();
    }
}
