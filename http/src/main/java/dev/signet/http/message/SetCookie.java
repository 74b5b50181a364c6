package dev.signet.http.message;

import java.time.Duration;

/**
 * A cookie that no script can read and no other site can send along with a form: {@code HttpOnly},
 * {@code SameSite=Lax} or {@code Strict}, {@code Secure} when the site is served by TLS.
 */
public record SetCookie(
        String name,
        String value,
        String path,
        Duration maxAge,
        boolean secure,
        SameSite sameSite) {

    /** Which cross-site requests carry the cookie. */
    public enum SameSite {
        LAX("Lax"),
        STRICT("Strict");

        private final String value;

        SameSite(String value) {
            this.value = value;
        }
    }

    public SetCookie {
        if (!value.matches("[A-Za-z0-9._~-]*")) {
            throw new IllegalArgumentException("cookie " + name + ": not a plain value");
        }
    }

    /** The header's value. */
    public String header() {
        return name
                + "="
                + value
                + "; Path="
                + path
                + "; Max-Age="
                + maxAge.toSeconds()
                + "; HttpOnly; SameSite="
                + sameSite.value
                + (secure ? "; Secure" : "");
    }

    /** The same cookie, to be forgotten by the browser. */
    public SetCookie removed() {
        return new SetCookie(name, "", path, Duration.ZERO, secure, sameSite);
    }

    @Override
    public String toString() {
        return "SetCookie[" + name + "]";
    }
}
