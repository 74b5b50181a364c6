package dev.signet.authority.login;

import static dev.signet.authority.LiveAuthority.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.account.NewAccount;
import dev.signet.authority.account.PasswordReset;
import dev.signet.authority.account.Registration;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.password.Password;
import dev.signet.authority.settings.Rates;
import dev.signet.authority.settings.Rates.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginRatesTest {

    @RegisterExtension
    private final LiveAuthority live =
            new LiveAuthority()
                    .with(
                            new Rates(
                                    new Rate(4, Duration.ofSeconds(1)),
                                    new Rate(2, Duration.ofSeconds(10))));

    @Test
    void an_account_is_tried_so_often_from_wherever_and_then_slowly() {
        assertThat(login("alice@example.org", "192.0.2.1")).isInstanceOf(Login.Refused.class);
        assertThat(login("Alice@example.org ", "192.0.2.2")).isInstanceOf(Login.Refused.class);
        assertThat(login("alice@example.org", "192.0.2.3"))
                .isEqualTo(new Login.TooMany(Duration.ofSeconds(10)));
        live.clock().advance(Duration.ofSeconds(10));
        assertThat(login("alice@example.org", "192.0.2.3")).isInstanceOf(Login.Refused.class);
        assertThat(login("alice@example.org", "192.0.2.3")).isInstanceOf(Login.TooMany.class);
    }

    @Test
    void an_address_tries_so_often_at_whatever_account_and_then_slowly() {
        for (int i = 0; i < 4; i++) {
            assertThat(login("user" + i + "@example.org", "2001:db8::" + i))
                    .isInstanceOf(Login.Refused.class);
        }
        assertThat(login("user5@example.org", "2001:db8::ffff"))
                .isEqualTo(new Login.TooMany(Duration.ofSeconds(1)));
        assertThat(login("user5@example.org", "2001:db8:0:1::1")).isInstanceOf(Login.Refused.class);
    }

    @Test
    void whoever_is_slowed_down_costs_no_hash_and_no_row() {
        login("alice@example.org", "192.0.2.1");
        login("alice@example.org", "192.0.2.1");
        int hashes = live.hasher().compared();
        long rows = live.count("audit_row");

        login("alice@example.org", "192.0.2.1");

        assertThat(live.hasher().compared()).isEqualTo(hashes);
        assertThat(live.count("audit_row")).isEqualTo(rows);
    }

    @Test
    void registrations_and_resets_are_slowed_down_as_well() {
        Caller by = Caller.anonymous("192.0.2.1", "", "");
        for (int i = 0; i < 4; i++) {
            assertThat(
                            live.authority()
                                    .accounts()
                                    .register(
                                            NewAccount.of("no address", "A", new Password("x")),
                                            by))
                    .isEqualTo(new Registration.BadEmail());
        }
        Duration wait = Duration.ofSeconds(1);

        assertThat(
                        live.authority()
                                .accounts()
                                .register(NewAccount.of("a@b.c", "A", new Password("x")), by))
                .isEqualTo(new Registration.TooMany(wait));
        assertThat(live.authority().passwordResets().request("a@b.c", by)).contains(wait);
        assertThat(live.authority().passwordResets().reset("code", new Password(PASSWORD), by))
                .isEqualTo(new PasswordReset.TooMany(wait));
    }

    private Login login(String email, String address) {
        return live.authority()
                .logins()
                .authenticate(
                        new LoginAttempt(email, new Password(PASSWORD), "signet"),
                        live.authority().grants().holder(live.firstParty()),
                        Caller.anonymous(address, "", ""));
    }
}
