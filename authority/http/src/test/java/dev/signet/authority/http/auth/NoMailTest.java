package dev.signet.authority.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.Browser;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where no mail can be sent, nobody is promised one; and nobody learns who has an account. */
class NoMailTest {

    @RegisterExtension static final AuthorityServer SERVER = new AuthorityServer().withoutMail();

    private static final String HONEST = "cannot send mail, so no code will come";

    private final Wire wire = SERVER.wire();
    private final Browser browser = SERVER.browser();

    @Test
    void programs_are_told() {
        Reply known = forgot(SERVER.person().email());
        Reply unknown = forgot("nobody@example.org");

        assertThat(known.body()).contains(HONEST).doesNotContain("on its way");
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(unknown.status()).isEqualTo(known.status());
    }

    private Reply forgot(String email) {
        return wire.post("/auth/password/forgot", new JsonObject().put("email", email));
    }

    @Test
    void people_are_told_before_and_after() {
        Reply form = browser.open("/password/forgot");
        Reply known = browser.submit(form, Map.of("email", SERVER.person().email()));
        Reply unknown =
                browser.submit(
                        browser.open("/password/forgot"), Map.of("email", "nobody@example.org"));

        assertThat(form.body()).contains(HONEST).doesNotContain("we send");
        assertThat(known.body()).contains(HONEST).doesNotContain("on its way");
        assertThat(unknown.body()).isEqualTo(known.body());
    }
}
