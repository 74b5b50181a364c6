package dev.signet.authority;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.refresh.Refresh;
import dev.signet.authority.refresh.RefreshAttempt;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.token.TokenSet;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HousekeepingTest {

    private static final List<String> PASSING =
            List.of(
                    "session",
                    "refresh_family",
                    "refresh_token",
                    "authorization_code",
                    "ticket",
                    "mail_code",
                    "lockout",
                    "revocation");

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void what_can_matter_no_more_goes_and_accounts_and_the_audit_log_stay() {
        TokenSet tokens = useEverything();
        live.clock().advance(Duration.ofDays(30));
        long audited = live.count("audit_row");

        assertThat(live.authority().housekeeping().run()).isPositive();

        for (String table : PASSING) {
            assertThat(live.count(table)).as(table).isZero();
        }
        assertThat(live.authority().accounts().find(tokens.account().id())).isPresent();
        assertThat(live.count("audit_row")).isEqualTo(audited);
        assertThat(live.authority().housekeeping().run()).isZero();
    }

    @Test
    void what_still_matters_stays() {
        useEverything();
        TokenSet tokens = live.tokens(live.login("alice"));
        live.clock().advance(Duration.ofDays(6));

        live.authority().housekeeping().run();

        assertThat(
                        live.authority()
                                .refreshTokens()
                                .redeem(
                                        RefreshAttempt.of(
                                                tokens.refresh().orElseThrow().value(),
                                                "signet",
                                                Optional.empty()),
                                        SOMEBODY))
                .isInstanceOf(Refresh.Rotated.class);
        assertThat(live.count("session")).isEqualTo(2);
    }

    @Test
    void a_replay_is_recognised_for_as_long_as_the_login_could_live() {
        String first = useEverything().refresh().orElseThrow().value();
        live.clock().advance(Duration.ofDays(5));
        live.authority().housekeeping().run();

        assertThat(
                        live.authority()
                                .refreshTokens()
                                .redeem(
                                        RefreshAttempt.of(first, "signet", Optional.empty()),
                                        SOMEBODY))
                .isEqualTo(new Refresh.Refused(Refresh.Cause.REVOKED));
    }

    @Test
    void more_rows_than_one_step_takes_go_in_several_steps() {
        int rows = 2 * AuthorityLimits.PURGE_BATCH + 1;
        live.database()
                .write(tx ->
                        tx.handle()
                                .execute(
                                        """
                                        INSERT INTO lockout (key, failures,
                                                             last_failure_at, locked_until)
                                        WITH RECURSIVE n (i) AS
                                            (SELECT 1 UNION ALL
                                             SELECT i + 1 FROM n WHERE i < ?)
                                        SELECT 'key ' || i, 1, 0, 0 FROM n
                                        """,
                                        rows));

        assertThat(live.authority().housekeeping().run()).isEqualTo(rows);
        assertThat(live.count("lockout")).isZero();
    }

    /** One session that ended, with a refresh, a ticket, a mail, a failure and a revocation. */
    private TokenSet useEverything() {
        TokenSet tokens = live.signedIn("alice");
        live.authority()
                .refreshTokens()
                .redeem(
                        RefreshAttempt.of(
                                tokens.refresh().orElseThrow().value(), "signet", Optional.empty()),
                        SOMEBODY);
        Identity identity =
                ((Verdict.Valid) live.authority().validation().user(tokens.access().value()))
                        .identity();
        live.authority().tickets().issue(identity);
        live.authority().passwordResets().request("alice@example.org", SOMEBODY);
        live.attempt("nobody@example.org", "a wrong passphrase");
        live.authority()
                .sessions()
                .end(tokens.account().id(), tokens.sessionId(), SessionEnd.SIGNED_OUT, SOMEBODY);
        return tokens;
    }
}
