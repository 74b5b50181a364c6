package dev.signet.chat.http.login;

import dev.signet.http.message.SetCookie;
import dev.signet.http.message.SetCookie.SameSite;
import java.net.URI;
import java.time.Duration;

/** The two cookies of the chat backend. */
public final class BrowserCookies {

    private final boolean secure;

    /**
     * @param publicUri decides whether cookies are for TLS alone
     */
    public BrowserCookies(URI publicUri) {
        this.secure = "https".equals(publicUri.getScheme());
    }

    /** Names the login. */
    public String sessionName() {
        return named("signet_chat");
    }

    /** Binds sign-ins on their way to the browser that began them. */
    public String signInName() {
        return named("signet_chat_signin");
    }

    /** With TLS the prefix ties the cookie to this host (RFC 6265bis §4.1.3.2). */
    private String named(String name) {
        return secure ? "__Host-" + name : name;
    }

    public SetCookie session(String value, Duration maxAge) {
        return new SetCookie(sessionName(), value, "/", maxAge, secure, SameSite.LAX);
    }

    /** Lax, since the authority's redirect comes from another site. */
    public SetCookie signIn(String value, Duration maxAge) {
        return new SetCookie(signInName(), value, "/", maxAge, secure, SameSite.LAX);
    }

    /** Makes the browser forget the login. */
    public String sessionRemoved() {
        return session("", Duration.ZERO).removed().header();
    }
}
