package dev.signet.authority.login;

import static dev.signet.authority.LiveAuthority.PASSWORD;
import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.account.NewAccount;
import dev.signet.authority.account.Registration;
import dev.signet.authority.password.Password;
import dev.signet.authority.session.Session;
import dev.signet.authority.store.StoreUnavailableException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often signing in waits for the disk, and what is there when it never comes back. */
class LoginCommitsTest {

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void signing_in_makes_two_commits_and_tokens_make_none() {
        live.register("alice");
        int before = live.mortal().commits();

        live.tokens(live.login("alice"));

        assertThat(live.mortal().commits() - before).isEqualTo(2);
    }

    @Test
    void a_browser_signs_in_by_two_commits_also_when_it_was_signed_in_before() {
        live.register("alice");
        Session first = browserLogin(Optional.empty()).session();
        int before = live.mortal().commits();

        Login.Accepted second = browserLogin(Optional.of(first));

        assertThat(live.mortal().commits() - before).isEqualTo(2);
        assertThat(second.held()).isPresent();
        assertThat(live.authority().sessions().live(first.id())).isEmpty();
    }

    @Test
    void registering_makes_one_commit_and_signing_in_after_it_another_one() {
        int before = live.mortal().commits();
        register("alice");

        assertThat(live.mortal().commits() - before).isEqualTo(2);
    }

    @Test
    void wherever_a_login_is_cut_off_no_session_is_left_that_nobody_holds() {
        live.register("alice");
        for (int commits = 0; commits < 2; commits++) {
            live.mortal().dieAfter(commits);
            assertThatThrownBy(() -> live.tokens(live.login("alice")))
                    .isInstanceOf(StoreUnavailableException.class);
            live.mortal().live();

            assertThat(sessions()).isZero();
        }
        live.tokens(live.login("alice"));
        assertThat(sessions()).isEqualTo(1);
        assertThat(sessionsThatNobodyHolds()).isZero();
    }

    @Test
    void wherever_a_browsers_login_is_cut_off_its_session_before_stays_alone() {
        live.register("alice");
        Session first = browserLogin(Optional.empty()).session();
        for (int commits = 0; commits < 2; commits++) {
            live.mortal().dieAfter(commits);
            assertThatThrownBy(() -> browserLogin(Optional.of(first)))
                    .isInstanceOf(StoreUnavailableException.class);
            live.mortal().live();

            assertThat(live.authority().sessions().live(first.id())).isPresent();
            assertThat(sessions()).isEqualTo(1);
        }
        assertThat(sessionsThatNobodyHolds()).isZero();
    }

    @Test
    void wherever_a_registration_is_cut_off_no_session_is_left_that_nobody_holds() {
        for (int commits = 0; commits < 2; commits++) {
            String name = "person" + commits;
            live.mortal().dieAfter(commits);
            assertThatThrownBy(() -> register(name)).isInstanceOf(StoreUnavailableException.class);
            live.mortal().live();

            assertThat(sessions()).isZero();
        }
    }

    private Login.Accepted browserLogin(Optional<Session> before) {
        SessionHolder browser =
                (tx, session, by) ->
                        Optional.of(
                                live.authority().sessions().bindBrowser(tx, session, before, by));
        return (Login.Accepted)
                live.authority()
                        .logins()
                        .authenticate(
                                new LoginAttempt(
                                        "alice@example.org", new Password(PASSWORD), "signet"),
                                browser,
                                SOMEBODY);
    }

    private void register(String name) {
        var wish = NewAccount.of(name + "@example.org", name, new Password(PASSWORD));
        var done = (Registration.Registered) live.authority().accounts().register(wish, SOMEBODY);
        live.authority()
                .logins()
                .afterRegistration(
                        done,
                        "signet",
                        live.authority().grants().holder(live.firstParty()),
                        SOMEBODY);
    }

    private long sessions() {
        return live.count("session");
    }

    private long sessionsThatNobodyHolds() {
        return live.count(
                "session s WHERE s.browser IS NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM refresh_family f WHERE f.session_id = s.id)");
    }
}
