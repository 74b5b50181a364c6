package dev.signet.authority.refresh;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.issue.TokenSet;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.refresh.Refresh.Cause;
import dev.signet.authority.refresh.Refresh.Refused;
import dev.signet.authority.refresh.Refresh.Replayed;
import dev.signet.authority.refresh.Refresh.Rotated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Spent tokens of a living session are bounded, and each of them is recognised all the same. */
class ForgottenTokensTest {

    private static final int ROTATIONS = 4 * AuthorityLimits.SPENT_TOKENS_KEPT + 5;
    private static final int ROWS_MAX =
            AuthorityLimits.SPENT_TOKENS_KEPT + AuthorityLimits.SPENT_TOKENS_PURGED_EVERY + 1;

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    private final List<String> shown = new ArrayList<>();

    private TokenSet refreshOften() {
        TokenSet tokens = live.signedIn("alice");
        shown.add(tokens.refresh().orElseThrow().value());
        for (int i = 0; i < ROTATIONS; i++) {
            shown.add(((Rotated) redeem(shown.getLast())).next().value());
            assertThat(live.count("refresh_token")).isLessThanOrEqualTo(ROWS_MAX);
        }
        return tokens;
    }

    @Test
    void the_rows_of_a_session_are_bounded_however_often_it_is_refreshed() {
        refreshOften();

        assertThat(live.count("refresh_token"))
                .isBetween((long) AuthorityLimits.SPENT_TOKENS_KEPT, (long) ROWS_MAX);
        assertThat(live.count("refresh_token WHERE spent_at IS NULL")).isEqualTo(1);
        assertThat(redeem(shown.getLast())).isInstanceOf(Rotated.class);
    }

    @Test
    void the_oldest_token_is_still_found_out_as_stolen() {
        TokenSet tokens = refreshOften();

        Refresh replayed = redeem(shown.getFirst());

        assertThat(replayed).isInstanceOf(Replayed.class);
        assertThat(((Replayed) replayed).firstSpentAt()).isEmpty();
        assertThat(live.authority().sessions().live(tokens.sessionId())).isEmpty();
        assertThat(
                        live.authority()
                                .audit()
                                .recent(tokens.account().id(), Long.MAX_VALUE, 1)
                                .getFirst()
                                .event()
                                .action())
                .isEqualTo(AuditAction.REFRESH_REPLAYED);
        assertThat(redeem(shown.getLast())).isEqualTo(new Refused(Cause.REVOKED));
    }

    @Test
    void each_token_between_is_found_out_too_also_after_a_restart() {
        TokenSet tokens = refreshOften();
        live.restart();
        for (int i = 1; i < ROTATIONS; i += 37) {
            assertThat(redeem(shown.get(i))).isInstanceOf(Replayed.class);
            live.database()
                    .write(tx ->
                            tx.handle()
                                    .execute(
                                            "UPDATE session SET ended_at = NULL WHERE id = ?",
                                            tokens.sessionId()));
        }
    }

    @Test
    void another_client_does_no_harm_with_a_forgotten_token() {
        TokenSet tokens = refreshOften();

        assertThat(
                        live.authority()
                                .refreshTokens()
                                .redeem(
                                        RefreshAttempt.of(
                                                shown.getFirst(), "chat", Optional.empty()),
                                        SOMEBODY))
                .isEqualTo(new Refused(Cause.WRONG_CLIENT));
        assertThat(live.authority().sessions().live(tokens.sessionId())).isPresent();
    }

    @Test
    void a_forgotten_token_that_is_given_back_ends_its_session() {
        TokenSet tokens = refreshOften();

        assertThat(live.authority().refreshTokens().revoke(shown.getFirst(), "signet", SOMEBODY))
                .isEqualTo(GivenBack.SESSION_ENDED);
        assertThat(live.authority().sessions().live(tokens.sessionId())).isEmpty();
    }

    /** Whoever changes or guesses a token must not be able to sign people out. */
    @Test
    void a_token_that_was_changed_is_unknown_and_does_no_harm() {
        TokenSet tokens = refreshOften();
        String token = shown.getFirst();
        for (int i = "sgr_".length(); i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);

            assertThat(redeem(changed)).as("at %d", i).isEqualTo(new Refused(Cause.UNKNOWN));
        }
        int middle = token.length() / 2;
        String mixed = token.substring(0, middle) + shown.get(1).substring(middle);
        assertThat(redeem(mixed)).isEqualTo(new Refused(Cause.UNKNOWN));
        assertThat(live.authority().sessions().live(tokens.sessionId())).isPresent();
    }

    @Test
    void tokens_of_one_family_have_nothing_in_common() {
        refreshOften();
        long distinctHalves =
                shown.stream().map(token -> token.substring(27, 47)).distinct().count();

        assertThat(shown).doesNotHaveDuplicates();
        assertThat(distinctHalves).isEqualTo(shown.size());
    }

    private Refresh redeem(String token) {
        return live.authority()
                .refreshTokens()
                .redeem(RefreshAttempt.of(token, "signet", Optional.empty()), SOMEBODY);
    }
}
