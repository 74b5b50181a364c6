package dev.signet.authority.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.token.TokenSet;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.key.KeyState;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SigningKeysTest {

    private static final Caller OPERATOR = Caller.SYSTEM.as("usr_operator");

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void the_first_start_makes_a_key_and_the_next_one_finds_it() {
        TokenSet tokens = live.signedIn("alice");
        String kid = keys().active().kid();
        live.restart();

        assertThat(keys().active().kid()).isEqualTo(kid);
        assertThat(keys().published().kids()).containsExactly(kid);
        assertThat(validate(tokens)).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void the_private_key_is_stored_sealed_for_its_own_row() {
        String sealed = keys().all().getFirst().sealed();

        assertThat(sealed).doesNotContain("{").hasSizeGreaterThan(100);
        assertThat(live.count("signing_key WHERE sealed LIKE '%kty%'")).isZero();
        live.database().write(tx -> tx.handle().execute("UPDATE signing_key SET kid = 'another'"));
        assertThatThrownBy(live::restart).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_new_key_is_published_before_it_signs_and_the_old_one_until_its_last_token_is_gone() {
        String old = keys().active().kid();
        live.clock().advance(Duration.ofDays(30));
        String next = keys().rotate(OPERATOR);
        assertThat(keys().active().kid()).isEqualTo(old);
        assertThat(keys().published().kids()).isEqualTo(Set.of(old, next));

        live.clock().advance(AuthorityLimits.KEY_PUBLISHED_BEFORE_USE.minusMillis(1));
        keys().advance();
        assertThat(keys().active().kid()).isEqualTo(old);
        TokenSet tokens = live.signedIn("alice");

        live.clock().advance(Duration.ofMillis(1));
        keys().advance();
        assertThat(keys().active().kid()).isEqualTo(next);
        assertThat(states()).containsExactly(KeyState.RETIRING, KeyState.ACTIVE);
        assertThat(validate(tokens)).isInstanceOf(Verdict.Valid.class);

        live.clock().advance(Duration.ofHours(1).plus(AuthorityLimits.LEEWAY).minusMillis(1));
        keys().advance();
        assertThat(states()).containsExactly(KeyState.RETIRING, KeyState.ACTIVE);
        live.clock().advance(Duration.ofMillis(1));
        keys().advance();
        assertThat(states()).containsExactly(KeyState.RETIRED, KeyState.ACTIVE);
        assertThat(keys().published().kids()).isEqualTo(Set.of(next));
        assertThat(keys().all().getFirst().sealed()).isEmpty();
    }

    @Test
    void one_key_at_most_is_pending() {
        assertThat(keys().rotate(OPERATOR)).isEqualTo(keys().rotate(OPERATOR));
        assertThat(states()).containsExactlyInAnyOrder(KeyState.ACTIVE, KeyState.PENDING);
    }

    @Test
    void an_operator_may_let_the_pending_key_sign_at_once() {
        assertThat(keys().activate(OPERATOR)).isFalse();
        String next = keys().rotate(OPERATOR);

        assertThat(keys().activate(OPERATOR)).isTrue();
        assertThat(keys().active().kid()).isEqualTo(next);
    }

    @Test
    void a_revoked_key_ends_its_tokens_and_another_one_signs() {
        TokenSet before = live.signedIn("alice");
        String bad = keys().active().kid();

        assertThat(keys().revoke(bad, OPERATOR)).isTrue();

        TokenSet after = live.tokens(live.login("alice"));
        assertThat(validate(before)).isEqualTo(new Verdict.Invalid(Reason.KEY_REVOKED));
        assertThat(validate(after)).isInstanceOf(Verdict.Valid.class);
        assertThat(keys().published().kids()).doesNotContain(bad);
        assertThat(newest(2))
                .extracting(FeedEntry::event)
                .containsExactly(new KeyRevoked(bad), new KeyActivated(keys().active().kid()));
        assertThat(keys().revoke(bad, OPERATOR)).isFalse();
        assertThat(keys().revoke("unknown", OPERATOR)).isFalse();
    }

    @Test
    void a_revoked_key_stays_revoked_after_a_restart() {
        TokenSet before = live.signedIn("alice");
        keys().revoke(keys().active().kid(), OPERATOR);
        live.restart();

        assertThat(validate(before)).isEqualTo(new Verdict.Invalid(Reason.KEY_REVOKED));
    }

    @Test
    void the_pending_key_takes_the_place_of_a_revoked_one() {
        String next = keys().rotate(OPERATOR);
        keys().revoke(keys().active().kid(), OPERATOR);

        assertThat(keys().active().kid()).isEqualTo(next);
        assertThat(states()).containsExactlyInAnyOrder(KeyState.REVOKED, KeyState.ACTIVE);
    }

    @Test
    void each_step_of_a_key_is_in_the_audit_log() {
        String bad = keys().active().kid();
        keys().revoke(bad, OPERATOR);

        assertThat(live.authority().audit().after(0, 100))
                .filteredOn(row -> row.event().action().code().startsWith("key_"))
                .extracting(row -> row.event().action())
                .containsExactly(
                        AuditAction.KEY_CREATED,
                        AuditAction.KEY_ACTIVATED,
                        AuditAction.KEY_REVOKED,
                        AuditAction.KEY_CREATED,
                        AuditAction.KEY_ACTIVATED);
    }

    private SigningKeys keys() {
        return live.authority().signingKeys();
    }

    private List<KeyState> states() {
        return keys().all().stream().map(StoredKey::state).toList();
    }

    private List<FeedEntry> newest(int count) {
        return live.store().read(tx -> tx.feed().after(tx.feed().lastSeq() - count, count));
    }

    private Verdict validate(TokenSet tokens) {
        return live.authority().validation().user(tokens.access().value());
    }
}
