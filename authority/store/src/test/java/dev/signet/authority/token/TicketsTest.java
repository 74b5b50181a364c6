package dev.signet.authority.token;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.AuthorityTransaction;
import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.account.Account;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.client.Client;
import dev.signet.authority.grant.ServiceGrant;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.token.TicketRedemption.Redeemed;
import dev.signet.authority.token.TicketRedemption.Refused;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketsTest {

    private static final Duration LIFE = Duration.ofSeconds(30);

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void a_ticket_opens_one_connection_in_the_name_of_its_owner() {
        TokenSet tokens = live.signedIn("alice");

        Redeemed redeemed = (Redeemed) redeem(ticket(tokens));

        Identity fresh = identity(redeemed.access());
        assertThat(fresh.subject()).isEqualTo(tokens.account().id());
        assertThat(fresh.sessionId()).contains(tokens.sessionId());
        assertThat(fresh.clientId()).isEqualTo("signet");
        assertThat(fresh.tokenId()).isNotEqualTo(tokens.access().tokenId());
        assertThat(redeemed.identity())
                .usingRecursiveComparison()
                .ignoringFields("keyId")
                .isEqualTo(fresh);
    }

    @Test
    void a_ticket_is_good_once_however_many_show_it_at_the_same_time() throws Exception {
        String ticket = ticket(live.signedIn("alice"));

        List<TicketRedemption> answers = Race.of(32, () -> redeem(ticket));

        assertThat(answers).filteredOn(Redeemed.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(new Refused(Reason.REVOKED_TOKEN)::equals).hasSize(31);
        assertThat(live.count("audit_row WHERE action = 'ticket_replayed'")).isEqualTo(31);
    }

    @Test
    void a_used_ticket_stays_used_after_a_restart() {
        String ticket = ticket(live.signedIn("alice"));
        redeem(ticket);
        live.restart();

        assertThat(redeem(ticket)).isEqualTo(new Refused(Reason.REVOKED_TOKEN));
    }

    @Test
    void a_ticket_dies_after_thirty_seconds_and_not_before() {
        TokenSet tokens = live.signedIn("alice");
        String early = ticket(tokens);
        live.clock().advance(LIFE.minusMillis(1));
        assertThat(redeem(early)).isInstanceOf(Redeemed.class);
        String late = ticket(tokens);
        live.clock().advance(LIFE);

        assertThat(redeem(late)).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void the_fresh_token_never_outlives_the_owners() {
        TokenSet tokens = live.signedIn("alice");
        live.clock().advance(Duration.ofMinutes(14));

        Redeemed redeemed = (Redeemed) redeem(ticket(tokens));

        assertThat(redeemed.access().expiresAt()).isEqualTo(tokens.access().expiresAt());
        assertThat(redeemed.access().expiresInSeconds()).isEqualTo(60);
    }

    @Test
    void a_ticket_of_a_token_that_is_about_to_end_ends_with_it() {
        TokenSet tokens = live.signedIn("alice");
        live.clock().advance(Duration.ofMinutes(15).minusSeconds(10));
        var issued = (TicketIssue.Issued) issue(tokens);
        assertThat(issued.life()).isEqualTo(Duration.ofSeconds(10));
        live.clock().advance(Duration.ofSeconds(10));

        assertThat(redeem(issued.ticket().value())).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void a_ticket_whose_owner_was_revoked_opens_nothing() {
        TokenSet tokens = live.signedIn("alice");
        String token = ticket(tokens);
        String session = ticket(tokens);
        String account = ticket(tokens);
        live.authority().revocations().token(identity(tokens.access()), SOMEBODY);
        assertThat(redeem(token)).isEqualTo(new Refused(Reason.REVOKED_TOKEN));

        live.store().write(tx -> disable(tx, tokens.account()));
        assertThat(redeem(account)).isEqualTo(new Refused(Reason.INACTIVE_SUBJECT));

        live.authority()
                .sessions()
                .end(tokens.account().id(), tokens.sessionId(), SessionEnd.SIGNED_OUT, SOMEBODY);
        assertThat(redeem(session)).isEqualTo(new Refused(Reason.REVOKED_SESSION));
    }

    private static boolean disable(AuthorityTransaction tx, Account account) {
        tx.accounts().setState(account.id(), Account.State.DISABLED);
        return true;
    }

    @Test
    void a_ticket_of_a_key_that_was_revoked_opens_nothing() {
        TokenSet tokens = live.signedIn("alice");
        String ticket = ticket(tokens);
        live.authority()
                .signingKeys()
                .revoke(identity(tokens.access()).keyId().orElseThrow(), SOMEBODY);

        assertThat(redeem(ticket)).isEqualTo(new Refused(Reason.KEY_REVOKED));
    }

    @Test
    void whatever_cannot_be_a_ticket_is_malformed_and_one_never_issued_has_expired() {
        String ticket = ticket(live.signedIn("alice"));

        for (String text : List.of("", "sgt_", ticket + "=", "sgr_" + ticket.substring(4), "ü")) {
            assertThat(redeem(text)).isEqualTo(new Refused(Reason.MALFORMED));
        }
        assertThat(redeem("sgt_" + "A".repeat(43))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(redeem(ticket)).isInstanceOf(Redeemed.class);
    }

    @Test
    void a_service_needs_no_ticket() {
        Client client = live.service("billing").client();
        var grant =
                (ServiceGrant.Issued)
                        live.authority()
                                .grants()
                                .clientCredentials(client, Optional.empty(), Optional.empty());
        Identity service =
                ((Verdict.Valid) live.authority().validation().service(grant.access().value()))
                        .identity();

        assertThat(live.authority().tickets().issue(service))
                .isEqualTo(new TicketIssue.NotAPerson());
    }

    @Test
    void a_ticket_that_is_shown_again_is_in_the_audit_log_of_its_owner() {
        TokenSet tokens = live.signedIn("alice");
        String ticket = ticket(tokens);
        redeem(ticket);
        redeem(ticket);

        assertThat(live.authority().audit().recent(tokens.account().id(), Long.MAX_VALUE, 1))
                .extracting(row -> row.event().action())
                .containsExactly(AuditAction.TICKET_REPLAYED);
    }

    private String ticket(TokenSet tokens) {
        return ((TicketIssue.Issued) issue(tokens)).ticket().value();
    }

    private TicketIssue issue(TokenSet tokens) {
        return live.authority().tickets().issue(identity(tokens.access()));
    }

    private TicketRedemption redeem(String ticket) {
        return live.authority().tickets().redeem(ticket, SOMEBODY.as("chat"));
    }

    private Identity identity(IssuedToken token) {
        return ((Verdict.Valid) live.authority().validation().user(token.value())).identity();
    }
}
