package dev.signet.authority.account;

import static dev.signet.authority.LiveAuthority.PASSWORD;
import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.grant.Login;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.password.Password;
import dev.signet.authority.password.Weakness;
import dev.signet.authority.refresh.Refresh;
import dev.signet.authority.refresh.RefreshAttempt;
import dev.signet.authority.token.TokenSet;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PasswordResetsTest {

    private static final PasswordReset BAD_CODE = new PasswordReset.BadCode();

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void the_answer_is_the_same_whether_the_address_has_an_account() {
        live.register("alice");

        assertThat(request("alice@example.org")).isEmpty();
        assertThat(request("nobody@example.org")).isEmpty();
        assertThat(request("not an address")).isEmpty();
        assertThat(live.mails()).hasSize(1);
    }

    @Test
    void no_link_holds_the_code_and_no_row_holds_it_in_plain_text() {
        live.register("alice");
        request("alice@example.org");
        String code = live.mailedCode().value();

        assertThat(live.mails().getLast().text().lines())
                .filteredOn(line -> line.contains("https://"))
                .hasSize(1)
                .noneMatch(line -> line.contains(code));
        assertThat(live.count("mail_code")).isEqualTo(1);
        assertThat(live.count("mail_code WHERE hash LIKE '%" + code.substring(4) + "%'")).isZero();
    }

    @Test
    void a_new_password_ends_everything_that_came_of_the_old_one() {
        TokenSet tokens = live.signedIn("alice");
        request("alice@example.org");

        assertThat(reset(live.mailedCode().value()))
                .isEqualTo(new PasswordReset.Done(tokens.account().id()));

        assertThat(live.attempt("alice@example.org", PASSWORD)).isEqualTo(new Login.Refused());
        assertThat(live.attempt("alice@example.org", "another passphrase"))
                .isInstanceOf(Login.Accepted.class);
        assertThat(live.authority().validation().user(tokens.access().value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_SESSION));
        assertThat(
                        live.authority()
                                .refreshTokens()
                                .redeem(
                                        RefreshAttempt.of(
                                                tokens.refresh().orElseThrow().value(),
                                                "signet",
                                                Optional.empty()),
                                        SOMEBODY))
                .isEqualTo(new Refresh.Refused(Refresh.Cause.REVOKED));
    }

    @Test
    void whoever_signs_in_again_within_the_same_second_has_good_tokens() {
        live.signedIn("alice");
        request("alice@example.org");
        reset(live.mailedCode().value());

        var login = (Login.Accepted) live.attempt("alice@example.org", "another passphrase");

        assertThat(live.authority().validation().user(live.tokens(login).access().value()))
                .isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_new_password_opens_a_locked_account() {
        live.register("alice");
        for (int i = 0; i < AuthorityLimits.FAILURES_BEFORE_LOCK; i++) {
            live.attempt("alice@example.org", "a wrong passphrase");
        }
        assertThat(live.attempt("alice@example.org", PASSWORD)).isInstanceOf(Login.Locked.class);
        request("alice@example.org");
        reset(live.mailedCode().value());

        assertThat(live.attempt("alice@example.org", "another passphrase"))
                .isInstanceOf(Login.Accepted.class);
    }

    @Test
    void a_code_works_once_however_many_try_it_at_the_same_time() throws Exception {
        live.register("alice");
        request("alice@example.org");
        String code = live.mailedCode().value();

        List<PasswordReset> answers = Race.of(16, () -> reset(code));

        assertThat(answers).filteredOn(PasswordReset.Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(BAD_CODE::equals).hasSize(15);
    }

    @Test
    void a_code_dies_after_half_an_hour_and_not_before() {
        live.register("alice");
        request("alice@example.org");
        live.clock().advance(AuthorityLimits.RESET_CODE_LIFE.minusMillis(1));
        assertThat(weak(live.mailedCode().value()))
                .isEqualTo(new PasswordReset.WeakPassword(Weakness.TOO_SHORT));
        live.clock().advance(Duration.ofMillis(1));

        assertThat(reset(live.mailedCode().value())).isEqualTo(BAD_CODE);
    }

    @Test
    void a_weak_password_does_not_use_the_code_up() {
        live.register("alice");
        request("alice@example.org");
        String code = live.mailedCode().value();

        assertThat(weak(code)).isEqualTo(new PasswordReset.WeakPassword(Weakness.TOO_SHORT));
        assertThat(reset(code)).isInstanceOf(PasswordReset.Done.class);
    }

    @Test
    void a_newer_code_voids_the_older_one() {
        live.register("alice");
        request("alice@example.org");
        String older = live.mailedCode().value();
        request("alice@example.org");

        assertThat(reset(older)).isEqualTo(BAD_CODE);
        assertThat(reset(live.mailedCode().value())).isInstanceOf(PasswordReset.Done.class);
    }

    @Test
    void a_disabled_account_gets_no_mail() {
        Account account = live.register("alice");
        live.authority().accounts().disable(account.id(), Caller.SYSTEM);

        assertThat(request("alice@example.org")).isEmpty();
        assertThat(live.mails()).isEmpty();
    }

    @Test
    void whatever_cannot_be_a_code_is_bad() {
        live.register("alice");
        request("alice@example.org");
        String code = live.mailedCode().value();

        for (String text : List.of("", "sgm_", code + "=", code.substring(1))) {
            assertThat(reset(text)).isEqualTo(BAD_CODE);
        }
        assertThat(reset(" " + code + "\n")).isInstanceOf(PasswordReset.Done.class);
    }

    private Optional<Duration> request(String email) {
        return live.authority().passwordResets().request(email, SOMEBODY);
    }

    private PasswordReset reset(String code) {
        return live.authority()
                .passwordResets()
                .reset(code, new Password("another passphrase"), SOMEBODY);
    }

    private PasswordReset weak(String code) {
        return live.authority().passwordResets().reset(code, new Password("short"), SOMEBODY);
    }
}
