package dev.signet.authority.grant;

import dev.signet.authority.account.Account;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.credential.CredentialKind;
import dev.signet.authority.grant.CodeRedemption.Cause;
import dev.signet.authority.issue.UserGrant;
import dev.signet.authority.refresh.RefreshTokens;
import dev.signet.authority.refresh.RefreshTokens.FirstToken;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.session.Sessions;
import dev.signet.authority.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Exchanges authorization codes, each once. Safe for many threads. */
public final class CodeRedemptions {

    private final Store<? extends GrantTransaction> store;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** One presentation of a code, within its transaction. */
    private record Turn(GrantTransaction tx, CodeExchange exchange, Client client, Caller by) {}

    public CodeRedemptions(
            Store<? extends GrantTransaction> store,
            Sessions sessions,
            RefreshTokens refreshTokens,
            AuditTrail audit,
            InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.audit = audit;
        this.clock = clock;
    }

    CodeRedemption redeem(CodeExchange exchange, Client client, Caller by) {
        Optional<Credential> shown = CredentialKind.CODE.parse(exchange.code());
        return shown.isEmpty()
                ? refused(Cause.UNKNOWN)
                : store.write(tx -> judge(new Turn(tx, exchange, client, by), shown.get().hash()));
    }

    private CodeRedemption judge(Turn turn, CredentialHash hash) {
        return turn.tx()
                .codes()
                .find(hash)
                .map(code -> judge(turn, code))
                .orElseGet(() -> refused(Cause.UNKNOWN));
    }

    private CodeRedemption judge(Turn turn, StoredCode code) {
        Optional<Session> session = turn.tx().sessions().find(code.sessionId());
        if (session.isEmpty()) {
            return refused(Cause.SESSION_ENDED);
        }
        if (!code.clientId().equals(turn.exchange().clientId())) {
            return refused(Cause.WRONG_CLIENT);
        }
        if (code.spent()) {
            return replayed(turn, session.get());
        }
        Instant now = clock.instant();
        if (!now.isBefore(code.expiresAt())) {
            return refused(Cause.EXPIRED);
        }
        if (!code.redirectUri().equals(turn.exchange().redirectUri())) {
            return refused(Cause.WRONG_REDIRECT_URI);
        }
        if (!code.pkce().verifies(turn.exchange().verifier())) {
            return refused(Cause.WRONG_VERIFIER);
        }
        return spend(turn, code, session.get());
    }

    private CodeRedemption spend(Turn turn, StoredCode code, Session session) {
        if (!turn.tx().codes().spend(code.hash())) {
            return replayed(turn, session);
        }
        Optional<Account> account =
                turn.tx().accounts().find(session.accountId()).filter(Account::isActive);
        if (account.isEmpty() || !session.liveAt(clock.instant())) {
            return refused(Cause.SESSION_ENDED);
        }
        var grant =
                new UserGrant(
                        account.get(),
                        sessions.use(turn.tx(), session),
                        code.clientId(),
                        code.scopes().only(turn.client().scopes().allowed().values()),
                        turn.exchange().keyThumbprint());
        return new CodeRedemption.Redeemed(grant, beginFamily(turn, grant), code.nonce());
    }

    private Optional<FirstToken> beginFamily(Turn turn, UserGrant grant) {
        if (!Grants.mayRefresh(turn.client(), grant.scopes())) {
            return Optional.empty();
        }
        FirstToken bearer = refreshTokens.first(grant.session(), grant.clientId(), grant.scopes());
        FirstToken first = grant.keyThumbprint().map(bearer::boundTo).orElse(bearer);
        refreshTokens.begin(turn.tx(), first, grant.session());
        return Optional.of(first);
    }

    private CodeRedemption replayed(Turn turn, Session session) {
        sessions.end(turn.tx(), session, SessionEnd.CODE_REPLAYED, turn.by());
        audit.append(
                turn.tx(),
                AuditEvent.refused(
                                clock.instant(),
                                AuditAction.CODE_REPLAYED,
                                session.accountId(),
                                turn.by())
                        .on(session.id()));
        return new CodeRedemption.Replayed(session.id());
    }

    private static CodeRedemption refused(Cause cause) {
        return new CodeRedemption.Refused(cause);
    }
}
