package dev.signet.authority.ticket;

import dev.signet.authority.account.Account;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.credential.CredentialKind;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.issue.Issuance;
import dev.signet.authority.issue.UserGrant;
import dev.signet.authority.session.Session;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.authority.store.Store;
import dev.signet.authority.ticket.StoredTicket.Owner;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Issues tickets and redeems each once. Safe for many threads. */
public final class Tickets {

    private final Store<? extends TicketTransaction> store;
    private final Issuance issuance;
    private final RevocationState revocations;
    private final AuditTrail audit;
    private final Office office;

    /** What tickets are made of. */
    public record Office(
            CredentialSource credentials, AuthoritySettings settings, InstantSource clock) {}

    /** A ticket within its transaction, and what it stands for. */
    private record Turn(TicketTransaction tx, StoredTicket ticket, Caller by) {}

    /** A ticket that was just spent, or why it was not. */
    private sealed interface Spending {
        record Spent(UserGrant grant, Instant end) implements Spending {}

        record Refused(Reason reason) implements Spending {}
    }

    public Tickets(
            Store<? extends TicketTransaction> store,
            Issuance issuance,
            RevocationState revocations,
            AuditTrail audit,
            Office office) {
        this.store = store;
        this.issuance = issuance;
        this.revocations = revocations;
        this.audit = audit;
        this.office = office;
    }

    /** A ticket for the owner of a token that was found good just now. */
    public TicketIssue issue(Identity owner) {
        if (owner.kind() != Identity.Kind.USER || owner.sessionId().isEmpty()) {
            return new TicketIssue.NotAPerson();
        }
        Instant now = now();
        Duration left = Duration.between(now, owner.expiresAt());
        Duration life = office.settings().lifetimes().ticket();
        Duration ticketLife = left.compareTo(life) < 0 ? left : life;
        Credential ticket = office.credentials().credential(CredentialKind.TICKET);
        var stored =
                new StoredTicket(
                        ticket.hash(), owner.subject(), owner(owner), now.plus(ticketLife), false);
        store.update(tx -> {
            tx.tickets().add(stored);
        });
        return new TicketIssue.Issued(ticket, ticketLife);
    }

    private static Owner owner(Identity identity) {
        return new Owner(
                identity.tokenId(),
                identity.sessionId().orElseThrow(),
                identity.clientId(),
                new Scopes(identity.scopes()),
                identity.keyId(),
                identity.issuedAt(),
                identity.expiresAt());
    }

    /**
     * Spends a ticket and issues a fresh token of the same person and session.
     *
     * @param ticket as sent, whatever text it is
     * @param by the service that redeems it
     */
    public TicketRedemption redeem(String ticket, Caller by) {
        Optional<Credential> shown = CredentialKind.TICKET.parse(ticket);
        if (shown.isEmpty()) {
            return new TicketRedemption.Refused(Reason.MALFORMED);
        }
        Spending spending =
                store.write(tx ->
                        tx.tickets()
                                .find(shown.get().hash())
                                .map(stored -> spend(new Turn(tx, stored, by)))
                                .orElseGet(() -> new Spending.Refused(Reason.EXPIRED)));
        return switch (spending) {
            case Spending.Refused(var reason) -> new TicketRedemption.Refused(reason);
            case Spending.Spent(var grant, var end) -> issue(grant, end);
        };
    }

    private TicketRedemption issue(UserGrant grant, Instant end) {
        return issuance.access(grant, end)
                .<TicketRedemption>map(
                        token -> new TicketRedemption.Redeemed(identity(grant, token), token))
                .orElseGet(() -> new TicketRedemption.Refused(Reason.EXPIRED));
    }

    private Spending spend(Turn turn) {
        StoredTicket ticket = turn.ticket();
        if (!turn.tx().tickets().spend(ticket.hash())) {
            return usedBefore(turn);
        }
        if (!now().isBefore(ticket.expiresAt())) {
            return new Spending.Refused(Reason.EXPIRED);
        }
        Optional<Session> session =
                turn.tx().sessions().find(ticket.owner().sessionId()).filter(s -> s.liveAt(now()));
        if (session.isEmpty()) {
            return new Spending.Refused(Reason.REVOKED_SESSION);
        }
        Optional<Account> account =
                turn.tx().accounts().find(ticket.accountId()).filter(Account::isActive);
        if (account.isEmpty()) {
            return new Spending.Refused(Reason.INACTIVE_SUBJECT);
        }
        return spent(ticket, account.get(), session.get());
    }

    private Spending spent(StoredTicket ticket, Account account, Session session) {
        Optional<Reason> revoked = revocations.reasonAgainst(ownerIdentity(ticket));
        if (revoked.isPresent()) {
            return new Spending.Refused(revoked.get());
        }
        Owner owner = ticket.owner();
        var grant =
                new UserGrant(account, session, owner.clientId(), owner.scopes(), Optional.empty());
        return new Spending.Spent(grant, owner.expiresAt());
    }

    private Spending usedBefore(Turn turn) {
        StoredTicket ticket = turn.ticket();
        audit.append(
                turn.tx(),
                AuditEvent.refused(
                                now(), AuditAction.TICKET_REPLAYED, ticket.accountId(), turn.by())
                        .on(ticket.owner().sessionId()));
        return new Spending.Refused(Reason.REVOKED_TOKEN);
    }

    private Identity identity(UserGrant grant, IssuedToken token) {
        Account account = grant.account();
        boolean email = grant.scopes().contains("email");
        return new Identity(
                Identity.Kind.USER,
                account.id(),
                office.settings().issuer().toString(),
                Set.of(office.settings().audiences().user()),
                token.tokenId(),
                Optional.of(grant.session().id()),
                grant.clientId(),
                grant.scopes().values(),
                grant.permissions(),
                email ? Optional.of(account.email().value()) : Optional.empty(),
                office.settings().environment().code(),
                token.issuedAt(),
                token.expiresAt(),
                Optional.of(grant.session().authenticatedAt()),
                Optional.empty(),
                Optional.empty());
    }

    /** As much of the owner's token as a revocation can be about. */
    private Identity ownerIdentity(StoredTicket ticket) {
        Owner owner = ticket.owner();
        return new Identity(
                Identity.Kind.USER,
                ticket.accountId(),
                office.settings().issuer().toString(),
                Set.of(office.settings().audiences().user()),
                owner.tokenId(),
                Optional.of(owner.sessionId()),
                owner.clientId(),
                owner.scopes().values(),
                Set.of(),
                Optional.empty(),
                office.settings().environment().code(),
                owner.issuedAt(),
                owner.expiresAt(),
                Optional.empty(),
                owner.keyId(),
                Optional.empty());
    }

    private Instant now() {
        return office.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
