package dev.signet.chat.http.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrowserCookiesTest {

    @Test
    void with_tls_the_cookies_are_secure_and_tied_to_the_host() {
        BrowserCookies cookies = new BrowserCookies(URI.create("https://chat.example"));

        assertThat(cookies.session("v", Duration.ofDays(30)).header())
                .isEqualTo(
                        "__Host-signet_chat=v; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax;"
                                + " Secure");
        assertThat(cookies.signIn("v", Duration.ofMinutes(10)).header())
                .isEqualTo(
                        "__Host-signet_chat_signin=v; Path=/; Max-Age=600; HttpOnly; SameSite=Lax;"
                                + " Secure");
        assertThat(cookies.sessionRemoved())
                .isEqualTo(
                        "__Host-signet_chat=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
    }
}
