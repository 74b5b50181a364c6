package dev.signet.authority.refresh;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.grant.Grant;
import dev.signet.authority.issue.TokenSet;
import dev.signet.authority.session.SessionEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tabs of a browser, which know nothing of each other and refresh at once. */
class ConcurrentRefreshTest {

    private static final int TABS = 32;
    private static final int ROUNDS = 100;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    private final List<AuditAction> audited = new ArrayList<>();

    @Test
    void two_tabs_get_the_same_successor_and_both_go_on_with_it() {
        TokenSet tokens = live.signedIn("alice");
        TokenSet one = issued(refresh(tokens));
        TokenSet other = issued(refresh(tokens));

        assertThat(other.refresh()).isEqualTo(one.refresh());
        assertThat(other.sessionId()).isEqualTo(one.sessionId());
        assertThat(other.access()).isNotEqualTo(one.access());
        assertThat(issued(refresh(one)).refresh()).isEqualTo(issued(refresh(other)).refresh());
    }

    @Test
    void however_many_tabs_refresh_at_once_one_successor_lives() throws Exception {
        TokenSet tokens = live.signedIn("alice");
        for (int round = 0; round < ROUNDS; round++) {
            TokenSet shown = tokens;
            List<Grant> answers = Race.of(TABS, () -> refresh(shown));

            assertThat(answers).hasSize(TABS).allMatch(Grant.Issued.class::isInstance);
            assertThat(answers.stream().map(a -> issued(a).refresh()).distinct()).hasSize(1);
            assertThat(liveTokens()).isEqualTo(1);
            tokens = issued(answers.getFirst());
        }
    }

    /** Whichever is first, never are there two tokens that work. */
    @Test
    void a_tab_that_goes_on_while_another_one_asks_again_never_makes_two_successors()
            throws Exception {
        live.register("alice");
        for (int round = 0; round < 50; round++) {
            TokenSet first = live.tokens(live.login("alice"));
            TokenSet second = issued(refresh(first));

            List<Grant> raced =
                    Race.of(List.<Callable<Grant>>of(() -> refresh(second), () -> refresh(first)));

            if (raced.getLast() instanceof Grant.Issued(var again)) {
                assertThat(again.refresh()).isEqualTo(second.refresh());
                assertThat(raced.getFirst()).isInstanceOf(Grant.Issued.class);
                assertThat(liveTokens()).isEqualTo(1);
                live.authority()
                        .sessions()
                        .endAll(again.account().id(), SessionEnd.REVOKED_BY_USER, SOMEBODY);
            } else {
                assertThat(liveTokens()).isZero();
            }
        }
    }

    @Test
    void the_window_ends_to_the_millisecond() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens);

        live.clock().advance(WINDOW.minus(MILLISECOND));
        assertThat(refresh(tokens)).isInstanceOf(Grant.Issued.class);
        live.clock().advance(MILLISECOND);
        assertTheft(tokens, refresh(tokens));
    }

    @Test
    void asking_again_does_not_move_the_window() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens);
        live.clock().advance(WINDOW.dividedBy(2));
        refresh(tokens);

        live.clock().advance(WINDOW.dividedBy(2));
        assertTheft(tokens, refresh(tokens));
    }

    @Test
    void once_the_successor_was_used_the_token_is_in_other_hands() {
        TokenSet tokens = live.signedIn("alice");
        refresh(issued(refresh(tokens)));

        assertTheft(tokens, refresh(tokens));
    }

    @Test
    void another_address_is_a_thief() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens);

        assertTheft(tokens, refresh(tokens, live.firstParty(), from("192.0.2.8", "test")));
    }

    @Test
    void another_user_agent_is_a_thief() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens);

        assertTheft(tokens, refresh(tokens, live.firstParty(), from("192.0.2.7", "other")));
    }

    /** The two are not written one behind the other. */
    @Test
    void an_address_and_a_user_agent_that_read_the_same_together_are_others() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens, live.firstParty(), from("192.0.2.7", "0 test"));

        assertTheft(tokens, refresh(tokens, live.firstParty(), from("192.0.2.70", " test")));
    }

    @Test
    void who_comes_from_an_unknown_address_is_never_the_same() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens, live.firstParty(), from("", "test"));

        assertTheft(tokens, refresh(tokens, live.firstParty(), from("", "test")));
    }

    @Test
    void a_thief_who_came_first_is_found_out_by_the_victim_elsewhere() {
        TokenSet tokens = live.signedIn("alice");
        TokenSet thief = issued(refresh(tokens, live.firstParty(), from("198.51.100.1", "curl")));

        assertTheft(tokens, refresh(tokens));
        assertThat(refresh(thief)).isInstanceOf(Grant.Refused.class);
    }

    @Test
    void a_client_with_a_secret_can_mark_its_retries_and_has_no_window() {
        Client web = live.chat();
        TokenSet tokens = tokensOf(web);
        refresh(tokens, web, SOMEBODY);

        assertTheft(tokens, refresh(tokens, web, SOMEBODY));
    }

    @Test
    void a_first_use_with_a_key_allows_no_second_one_without() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens, ClientInstance.ofIdempotencyKey("sixteen characters"));

        assertTheft(tokens, refresh(tokens));
    }

    @Test
    void a_first_use_without_a_key_allows_no_second_one_with() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens);

        assertTheft(tokens, refresh(tokens, ClientInstance.ofIdempotencyKey("sixteen characters")));
    }

    @Test
    void what_was_told_again_is_audited() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens);
        refresh(tokens);

        var newest =
                live.authority()
                        .audit()
                        .recent(tokens.account().id(), Long.MAX_VALUE, 1)
                        .getFirst()
                        .event();
        assertThat(newest.action()).isEqualTo(AuditAction.REFRESH_REPEATED);
        assertThat(newest.done()).isTrue();
        assertThat(newest.target()).isEqualTo(tokens.sessionId());
        assertThat(newest.by().address()).isEqualTo(SOMEBODY.address());
    }

    @Test
    void a_restart_forgets_nothing_of_it() {
        TokenSet tokens = live.signedIn("alice");
        TokenSet first = issued(refresh(tokens));
        live.restart();

        assertThat(issued(refresh(tokens)).refresh()).isEqualTo(first.refresh());
    }

    /** Not even for what was spent while there was a window. */
    @Test
    void a_window_of_zero_switches_it_off() {
        TokenSet tokens = live.signedIn("alice");
        refresh(tokens);
        live.with(live.authority().settings().lifetimes().withConcurrentRefresh(Duration.ZERO));
        live.restart();

        assertTheft(tokens, refresh(tokens));
        TokenSet others = live.tokens(live.login("alice"));
        refresh(others);
        assertTheft(others, refresh(others));
        assertThat(live.count("refresh_token WHERE spent_by IS NOT NULL")).isEqualTo(1);
    }

    private static Caller from(String address, String userAgent) {
        return Caller.anonymous(address, userAgent, "req-2");
    }

    private void assertTheft(TokenSet tokens, Grant answer) {
        assertThat(answer)
                .isEqualTo(
                        new Grant.Refused(
                                Grant.Error.INVALID_GRANT, "refresh token: was used before"));
        assertThat(live.authority().sessions().live(tokens.sessionId())).isEmpty();
        live.authority().audit().recent(tokens.account().id(), Long.MAX_VALUE, 1).stream()
                .map(row -> row.event().action())
                .forEach(audited::add);
        assertThat(audited.getLast()).isEqualTo(AuditAction.REFRESH_REPLAYED);
        assertThat(liveTokens()).isZero();
    }

    private Grant refresh(TokenSet tokens) {
        return refresh(tokens, live.firstParty(), SOMEBODY);
    }

    private Grant refresh(TokenSet tokens, Client client, Caller by) {
        return live.authority()
                .grants()
                .refresh(attempt(tokens, client, Optional.empty()), client, by);
    }

    private Grant refresh(TokenSet tokens, Optional<ClientInstance> instance) {
        Client client = live.firstParty();
        return live.authority()
                .grants()
                .refresh(attempt(tokens, client, instance), client, SOMEBODY);
    }

    private static RefreshAttempt attempt(
            TokenSet tokens, Client client, Optional<ClientInstance> instance) {
        return RefreshAttempt.of(tokens.refresh().orElseThrow().value(), client.id(), instance);
    }

    private static TokenSet issued(Grant grant) {
        return ((Grant.Issued) grant).tokens();
    }

    /** Tokens of a new person's login at that client. */
    private TokenSet tokensOf(Client client) {
        live.register("bob");
        var login = live.login("bob");
        var first =
                live.authority()
                        .refreshTokens()
                        .first(login.session(), client.id(), Scopes.of("openid"));
        live.store()
                .update(tx -> live.authority().refreshTokens().begin(tx, first, login.session()));
        TokenSet own = live.tokens(login);
        return new TokenSet(
                own.access(),
                Optional.of(first.token()),
                own.id(),
                own.scopes(),
                own.account(),
                own.sessionId(),
                false);
    }

    private long liveTokens() {
        return live.count(
                "refresh_token t JOIN refresh_family f ON f.id = t.family_id"
                        + " JOIN session s ON s.id = f.session_id"
                        + " WHERE t.spent_at IS NULL AND s.ended_at IS NULL");
    }
}
