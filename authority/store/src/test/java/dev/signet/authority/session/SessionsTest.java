package dev.signet.authority.session;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.issue.TokenSet;
import dev.signet.authority.refresh.RefreshAttempt;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionsTest {

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void sessions_are_listed_last_used_first() {
        live.register("alice");
        TokenSet first = live.tokens(live.login("alice"));
        live.clock().advance(Duration.ofMinutes(1));
        TokenSet second = live.tokens(live.login("alice"));
        live.clock().advance(Duration.ofMinutes(1));
        live.authority()
                .refreshTokens()
                .redeem(
                        RefreshAttempt.of(
                                first.refresh().orElseThrow().value(), "signet", Optional.empty()),
                        SOMEBODY);

        List<Session> sessions = sessions().of(first.account().id());

        assertThat(sessions)
                .extracting(Session::id)
                .containsExactly(first.sessionId(), second.sessionId());
        assertThat(sessions.getFirst().lastUsedAt()).isEqualTo(live.clock().instant());
        assertThat(sessions.getFirst().authenticatedAt())
                .isEqualTo(live.clock().instant().minus(Duration.ofMinutes(2)));
    }

    @Test
    void a_session_is_ended_once_and_only_by_its_owner() throws Exception {
        live.register("alice");
        Session session = live.login("alice").session();

        assertThat(sessions().end("usr_other", session.id(), SessionEnd.SIGNED_OUT, SOMEBODY))
                .isFalse();
        assertThat(Race.of(8, () -> end(session)))
                .containsExactlyInAnyOrder(true, false, false, false, false, false, false, false);
        assertThat(end(session)).isFalse();
        assertThat(sessions().end(session.accountId(), "ses_x", SessionEnd.SIGNED_OUT, SOMEBODY))
                .isFalse();
        assertThat(live.count("audit_row WHERE action = 'session_revoked'")).isEqualTo(1);
    }

    @Test
    void ending_all_sessions_ends_every_token_of_the_account_and_of_nobody_else() {
        live.register("alice");
        TokenSet first = live.tokens(live.login("alice"));
        TokenSet second = live.tokens(live.login("alice"));
        TokenSet bob = live.signedIn("bob");

        assertThat(sessions().endAll(first.account().id(), SessionEnd.REVOKED_BY_USER, SOMEBODY))
                .isEqualTo(2);

        for (TokenSet tokens : List.of(first, second)) {
            assertThat(live.authority().validation().user(tokens.access().value()))
                    .isEqualTo(new Verdict.Invalid(Reason.REVOKED_SESSION));
        }
        assertThat(live.authority().validation().user(bob.access().value()))
                .isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_browser_goes_on_with_its_session_until_that_ends() {
        live.register("alice");
        Session session = live.login("alice").session();
        Credential cookie = bound(session, Optional.empty());

        assertThat(sessions().ofBrowser(cookie.value())).contains(session);
        assertThat(sessions().ofBrowser(cookie.value() + "=")).isEmpty();
        assertThat(sessions().ofBrowser(session.id())).isEmpty();
        assertThat(sessions().ofBrowser("")).isEmpty();
        end(session);
        assertThat(sessions().ofBrowser(cookie.value())).isEmpty();
    }

    @Test
    void a_new_cookie_replaces_the_old_one() {
        live.register("alice");
        Session session = live.login("alice").session();
        Credential old = bound(session, Optional.empty());
        Credential fresh = bound(session, Optional.empty());

        assertThat(sessions().ofBrowser(old.value())).isEmpty();
        assertThat(sessions().ofBrowser(fresh.value())).contains(session);
    }

    @Test
    void the_session_that_a_browser_had_before_ends_for_everybody() {
        live.register("alice");
        live.register("bob");
        Session alices = live.login("alice").session();
        Session bobs = live.login("bob").session();
        Credential old = bound(alices, Optional.empty());

        Credential fresh = bound(bobs, Optional.of(alices));

        assertThat(sessions().ofBrowser(old.value())).isEmpty();
        assertThat(sessions().live(alices.id())).isEmpty();
        assertThat(sessions().ofBrowser(fresh.value())).contains(bobs);
        assertThat(
                        live.authority()
                                .audit()
                                .recent(alices.accountId(), Long.MAX_VALUE, 1)
                                .getFirst()
                                .event()
                                .detail())
                .isEqualTo("replaced");
    }

    private Credential bound(Session session, Optional<Session> before) {
        return live.store().write(tx -> sessions().bindBrowser(tx, session, before, SOMEBODY));
    }

    @Test
    void an_unused_session_is_over_after_the_idle_time_and_not_before() {
        live.register("alice");
        Session session = live.login("alice").session();
        Duration idle = live.authority().settings().lifetimes().refreshIdle();
        live.clock().advance(idle.minusMillis(1));
        assertThat(sessions().live(session.id())).isPresent();
        assertThat(sessions().of(session.accountId())).hasSize(1);
        live.clock().advance(Duration.ofMillis(1));

        assertThat(sessions().live(session.id())).isEmpty();
        assertThat(sessions().of(session.accountId())).isEmpty();
    }

    private boolean end(Session session) {
        return sessions().end(session.accountId(), session.id(), SessionEnd.SIGNED_OUT, SOMEBODY);
    }

    private Sessions sessions() {
        return live.authority().sessions();
    }
}
