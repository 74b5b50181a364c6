package dev.signet.authority.revocation;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.token.TokenSet;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RevocationsTest {

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void a_revoked_token_is_refused_from_then_on_and_others_of_its_login_are_not() {
        live.register("alice");
        var login = live.login("alice");
        TokenSet first = live.tokens(login);
        TokenSet second = live.tokens(login);

        revoke(first);

        assertThat(validate(first)).isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
        assertThat(validate(second)).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_revocation_its_audit_row_and_its_feed_row_are_there_together() {
        TokenSet tokens = live.signedIn("alice");
        revoke(tokens);

        assertThat(live.count("revocation WHERE target = '" + tokens.access().tokenId() + "'"))
                .isEqualTo(1);
        assertThat(live.count("feed_entry WHERE target = '" + tokens.access().tokenId() + "'"))
                .isEqualTo(1);
        assertThat(live.authority().audit().recent(tokens.account().id(), Long.MAX_VALUE, 1))
                .extracting(row -> row.event().action(), row -> row.event().target())
                .containsExactly(tuple(AuditAction.TOKEN_REVOKED, tokens.access().tokenId()));
    }

    @Test
    void none_of_them_is_there_when_one_of_them_fails() {
        TokenSet tokens = live.signedIn("alice");
        String session = tokens.sessionId();
        long audited = live.count("audit_row");
        long lastSeq = live.authority().feed().lastSeq();
        occupyNextFeedNumber();

        assertThatThrownBy(() -> revoke(tokens)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> end(tokens.account().id(), session))
                .isInstanceOf(RuntimeException.class);

        assertThat(live.count("revocation")).isZero();
        assertThat(live.count("audit_row")).isEqualTo(audited);
        assertThat(live.count("session WHERE ended_at IS NOT NULL")).isZero();
        assertThat(live.authority().feed().lastSeq()).isEqualTo(lastSeq);
        assertThat(validate(tokens)).isInstanceOf(Verdict.Valid.class);
    }

    private void occupyNextFeedNumber() {
        live.database()
                .write(tx ->
                        tx.handle()
                                .execute(
                                        """
                                        INSERT INTO feed_entry (seq, at, kind, target)
                                        SELECT last_seq + 1, 0, 'key_activated', 'x'
                                        FROM feed_head
                                        """));
    }

    @Test
    void revocations_are_heard_in_the_order_of_their_numbers_and_after_their_commit()
            throws Exception {
        String account = live.register("alice").id();
        List<Callable<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Session session = live.login("alice").session();
            ends.add(() -> end(account, session.id()));
        }
        Feed feed = live.authority().feed();
        long before = feed.lastSeq();
        List<Long> heard = new CopyOnWriteArrayList<>();
        try (var _ = feed.subscribe(() -> heard.add(feed.lastSeq()))) {
            assertThat(Race.of(ends)).containsOnly(true);
        }

        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, before + 64).boxed().toList());
        var page = (FeedPage.Next) feed.after(feed.epoch(), before);
        assertThat(page.batch().entries()).extracting(FeedEntry::seq).isEqualTo(heard);
    }

    @Test
    void what_is_revoked_stays_revoked_after_a_restart() {
        TokenSet tokens = live.signedIn("alice");
        revoke(tokens);
        live.restart();

        assertThat(validate(tokens)).isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
    }

    @Test
    void a_revocation_is_kept_for_as_long_as_its_token_could_be_accepted_and_no_longer() {
        TokenSet tokens = live.signedIn("alice");
        revoke(tokens);
        Duration kept = Duration.ofMinutes(15).plus(AuthorityLimits.LEEWAY);
        live.clock().advance(kept);
        live.authority().housekeeping().run();
        assertThat(events()).hasSize(1);
        live.clock().advance(Duration.ofMillis(1));
        live.authority().housekeeping().run();

        assertThat(events()).isEmpty();
        assertThat(live.count("revocation")).isZero();
        live.clock().advance(Duration.ofHours(1));
        live.authority().housekeeping().run();
        assertThat(live.authority().revocations().state().size()).isZero();
    }

    @Test
    void revoking_the_same_token_twice_keeps_one_revocation() {
        TokenSet tokens = live.signedIn("alice");
        Identity identity = ((Verdict.Valid) validate(tokens)).identity();
        live.authority().revocations().token(identity, SOMEBODY);
        live.authority().revocations().token(identity, SOMEBODY);

        assertThat(events())
                .containsExactly(
                        new TokenRevoked(
                                identity.tokenId(),
                                identity.expiresAt().plus(AuthorityLimits.LEEWAY)));
    }

    private List<RevocationEvent> events() {
        return live.authority().feed().snapshot().events();
    }

    private boolean end(String account, String session) {
        return live.authority().sessions().end(account, session, SessionEnd.SIGNED_OUT, SOMEBODY);
    }

    private void revoke(TokenSet tokens) {
        Identity identity = ((Verdict.Valid) validate(tokens)).identity();
        live.authority().revocations().token(identity, SOMEBODY);
    }

    private Verdict validate(TokenSet tokens) {
        return live.authority().validation().user(tokens.access().value());
    }
}
