package dev.signet.authority;

import dev.signet.authority.account.Accounts;
import dev.signet.authority.account.EmailVerification;
import dev.signet.authority.account.MailRoom;
import dev.signet.authority.account.PasswordResets;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.Clients;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scope;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.feed.Feed;
import dev.signet.authority.grant.Authorizations;
import dev.signet.authority.grant.CodeRedemptions;
import dev.signet.authority.grant.Grants;
import dev.signet.authority.issue.Issuance;
import dev.signet.authority.limit.Attempts;
import dev.signet.authority.lockout.Lockouts;
import dev.signet.authority.login.Logins;
import dev.signet.authority.mail.Postbox;
import dev.signet.authority.password.CommonPasswords;
import dev.signet.authority.password.PasswordGate;
import dev.signet.authority.password.PasswordRules;
import dev.signet.authority.password.Passwords;
import dev.signet.authority.refresh.RefreshTokens;
import dev.signet.authority.revocation.Revocations;
import dev.signet.authority.session.Sessions;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.authority.signing.KeyWorkshop;
import dev.signet.authority.signing.SigningKeys;
import dev.signet.authority.store.Store;
import dev.signet.authority.ticket.Tickets;
import dev.signet.authority.validation.Validation;
import dev.signet.token.access.TokenIssuer;
import dev.signet.token.revocation.RevocationState;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Puts the services together, from those that know nobody to those that know many. */
final class Assembly {

    private final AuthoritySettings settings;
    private final Surroundings around;
    private final InstantSource clock;
    private final Store<? extends AuthorityTransaction> store;
    private final CredentialSource credentials;
    private final AuditTrail audit;
    private final Feed feed;
    private final Revocations revocations;
    private final Sessions sessions;
    private final SigningKeys signingKeys;
    private final Clients clients;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Lockouts lockouts;

    Assembly(AuthoritySettings settings, Surroundings around) {
        this.settings = settings;
        this.around = around;
        this.clock = around.clock();
        this.store = around.store();
        this.credentials = new CredentialSource(around.random());
        this.audit = new AuditTrail(store);
        this.feed = new Feed(store, credentials, clock);
        this.revocations =
                new Revocations(
                        store,
                        audit,
                        new Revocations.Outlets(new RevocationState(), feed),
                        settings.lifetimes(),
                        clock);
        this.sessions =
                new Sessions(
                        store,
                        revocations,
                        audit,
                        new Sessions.SessionRules(credentials, settings.lifetimes(), clock));
        this.signingKeys =
                new SigningKeys(
                        store,
                        revocations,
                        audit,
                        new KeyWorkshop(
                                around.sealer(), around.crypto(), settings.lifetimes(), clock));
        this.clients = new Clients(store, audit, credentials, clock);
        this.passwords =
                new Passwords(
                        new PasswordGate(around.hasher(), around.cores()),
                        new PasswordRules(CommonPasswords.bundled(), settings.passwords()));
        this.attempts = new Attempts(settings.rates(), clock);
        this.lockouts = new Lockouts(clock);
    }

    Authority start() {
        revocations.load();
        feed.load();
        clients.load();
        registerOurselves();
        signingKeys.start();
        var issuer =
                new TokenIssuer(
                        settings.issuer().toString(),
                        settings.environment().code(),
                        signingKeys::active,
                        clock,
                        around.random());
        var issuance = new Issuance(issuer, settings, clock);
        var refreshTokens = refreshTokens();
        return new Authority(
                settings,
                accounts(),
                new EmailVerification(store, audit, mailRoom("/email/verify")),
                passwordResets(),
                logins(),
                sessions,
                clients,
                new Authorizations(store, clients, credentials, settings.lifetimes(), clock),
                grants(refreshTokens, issuance),
                refreshTokens,
                tickets(issuance),
                signingKeys,
                revocations,
                feed,
                audit,
                new Validation(settings, signingKeys.source(), revocations.state(), clock),
                new Housekeeping(store, signingKeys, revocations.state(), clock));
    }

    /**
     * The client behind our own endpoints and pages is there from the first start, and a later
     * version changes it.
     */
    private void registerOurselves() {
        var signet =
                new Client(
                        AuthoritySettings.FIRST_PARTY_CLIENT,
                        "Signet",
                        Client.Kind.PUBLIC,
                        Set.of(),
                        Set.of(GrantType.FIRST_PARTY_LOGIN, GrantType.REFRESH_TOKEN),
                        ClientScopes.of(Scopes.of(Scope.codes())),
                        ServiceAccess.NONE);
        Optional<Client> known = clients.find(signet.id());
        if (known.isEmpty()) {
            clients.register(signet, Caller.SYSTEM);
        } else if (!known.get().equals(signet)) {
            clients.update(signet, Caller.SYSTEM);
        }
    }

    private Accounts accounts() {
        return new Accounts(
                store, sessions, audit, new Accounts.Desk(passwords, attempts, credentials, clock));
    }

    private PasswordResets passwordResets() {
        return new PasswordResets(
                store,
                sessions,
                audit,
                mailRoom("/password/reset"),
                new PasswordResets.Checks(passwords, attempts, lockouts));
    }

    private MailRoom mailRoom(String page) {
        return new MailRoom(
                new Postbox(around.mailer(), around.beside()),
                credentials,
                settings.issuer().resolve(page),
                clock);
    }

    private Logins logins() {
        return new Logins(
                store,
                sessions,
                audit,
                new Logins.Guard(passwords.gate(), attempts, lockouts, clock));
    }

    private RefreshTokens refreshTokens() {
        return new RefreshTokens(
                store,
                sessions,
                audit,
                new RefreshTokens.Mint(credentials, around.sealer(), settings.lifetimes(), clock));
    }

    private Grants grants(RefreshTokens refreshTokens, Issuance issuance) {
        var codes = new CodeRedemptions(store, sessions, refreshTokens, audit, clock);
        return new Grants(codes, refreshTokens, issuance);
    }

    private Tickets tickets(Issuance issuance) {
        return new Tickets(
                store,
                issuance,
                revocations.state(),
                audit,
                new Tickets.Office(credentials, settings, clock));
    }
}
