package dev.signet.authority.http.browser;

import dev.signet.http.message.SetCookie;
import dev.signet.http.message.SetCookie.SameSite;
import java.net.URI;
import java.time.Duration;

/** The two cookies of the authority's pages. */
final class Cookies {

    private final boolean secure;

    /**
     * @param issuer decides whether cookies are for TLS alone
     */
    Cookies(URI issuer) {
        this.secure = "https".equals(issuer.getScheme());
    }

    /** With TLS the prefix ties the cookie to this host (RFC 6265bis §4.1.3.2). */
    private String named(String name) {
        return secure ? "__Host-" + name : name;
    }

    String loginName() {
        return named("signet_login");
    }

    String csrfName() {
        return named("signet_csrf");
    }

    SetCookie login(String value, Duration maxAge) {
        return new SetCookie(loginName(), value, "/", maxAge, secure, SameSite.LAX);
    }

    /** Makes the browser forget the login. */
    SetCookie noLogin() {
        return login("", Duration.ZERO);
    }

    SetCookie csrf(String value) {
        return new SetCookie(csrfName(), value, "/", Duration.ofHours(12), secure, SameSite.LAX);
    }
}
