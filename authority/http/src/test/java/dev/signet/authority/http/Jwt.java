package dev.signet.authority.http;

import dev.signet.token.jose.Base64Url;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** A token taken apart, unverified: only to look at what it says. */
public final class Jwt {

    private Jwt() {}

    public static JsonObject header(String token) {
        return part(token, 0);
    }

    public static JsonObject claims(String token) {
        return part(token, 1);
    }

    private static JsonObject part(String token, int index) {
        byte[] json = Base64Url.decode(token.split("\\.", -1)[index]).orElseThrow();
        return new JsonObject(new String(json, StandardCharsets.UTF_8));
    }

    /** The same token with another signature. */
    public static String forged(String token) {
        int dot = token.lastIndexOf('.');
        char first = token.charAt(dot + 1);
        return token.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + token.substring(dot + 2);
    }
}
