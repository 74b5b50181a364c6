package dev.signet.http.server;

import dev.signet.token.jose.Base64Url;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names requests: by the caller's own {@code X-Correlation-Id} if it is short and plain. */
final class CorrelationIds {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BYTES = 12;

    /** The caller's name of the request, or a new one, which need not be hard to guess. */
    String of(HttpServerRequest request) {
        String given = request.getHeader("X-Correlation-Id");
        if (given != null && PLAIN.matcher(given).matches()) {
            return given;
        }
        byte[] bytes = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64Url.encode(bytes);
    }
}
