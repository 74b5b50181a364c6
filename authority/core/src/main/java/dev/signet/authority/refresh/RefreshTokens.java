package dev.signet.authority.refresh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signet.authority.account.Account;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.credential.CredentialKind;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.credential.SecretSealer;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.refresh.Refresh.Cause;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.session.Sessions;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.authority.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Exchanges refresh tokens. Each is exchanged once, by one compare-and-set in the store. The same
 * client instance may ask again and hears the same successor, and so may, for a moment, whoever
 * asks from where a public client did; anybody else who shows a spent token ends the session,
 * however old the token is. Safe for many threads.
 */
public final class RefreshTokens {

    private final Store<? extends RefreshTransaction> store;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final CredentialSource credentials;
    private final SecretSealer sealer;
    private final Lifetimes lifetimes;
    private final InstantSource clock;
    private final RefreshTokenForm form;

    /** A new family and its first token, made before the transaction that stores them. */
    public record FirstToken(TokenFamily family, Credential token) {

        /** The same for a family whose every use must prove possession of a DPoP key. */
        public FirstToken boundTo(String keyThumbprint) {
            return new FirstToken(family.boundTo(keyThumbprint), token);
        }
    }

    /** One presentation of a token, within its transaction. */
    private record Turn(RefreshTransaction tx, RefreshAttempt attempt, Caller by) {}

    /**
     * A token with everything that it stands for.
     *
     * @param stored empty when it was spent so long ago that its row is gone
     */
    private record Presented(
            Optional<StoredRefresh> stored, TokenFamily family, Session session, Account account) {}

    public RefreshTokens(
            Store<? extends RefreshTransaction> store,
            Sessions sessions,
            AuditTrail audit,
            CredentialSource credentials,
            SecretSealer sealer,
            Lifetimes lifetimes,
            InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.credentials = credentials;
        this.sealer = sealer;
        this.lifetimes = lifetimes;
        this.clock = clock;
        this.form = new RefreshTokenForm(credentials, sealer);
    }

    /** A new family for that session, not stored yet. */
    public FirstToken first(Session session, String clientId, Scopes scopes) {
        var family =
                new TokenFamily(
                        credentials.id(TokenFamily.ID_PREFIX),
                        session.id(),
                        session.accountId(),
                        clientId,
                        scopes,
                        Optional.empty());
        return new FirstToken(family, form.next(family.id()));
    }

    /** Stores a family and its first token within the caller's transaction. */
    public void begin(RefreshTransaction tx, FirstToken first, Session session) {
        tx.refreshTokens().addFamily(first.family());
        tx.refreshTokens().add(fresh(first.token(), first.family(), session, 0));
    }

    /** Exchanges a token for its successor. */
    public Refresh redeem(RefreshAttempt attempt, Caller by) {
        Optional<Credential> shown = CredentialKind.REFRESH.parse(attempt.token());
        if (shown.isEmpty()) {
            return refused(Cause.UNKNOWN);
        }
        return store.write(tx -> {
            Turn turn = new Turn(tx, attempt, by);
            return presented(tx, shown.get())
                    .map(token -> judge(turn, token))
                    .orElseGet(() -> refused(Cause.UNKNOWN));
        });
    }

    /** Ends the session of a refresh token that its own client gives back (RFC 7009 §2.1). */
    public GivenBack revoke(String token, String clientId, Caller by) {
        return CredentialKind.REFRESH
                .parse(token)
                .map(shown -> store.write(tx -> revoke(tx, shown, clientId, by)))
                .orElse(GivenBack.UNKNOWN);
    }

    private GivenBack revoke(RefreshTransaction tx, Credential shown, String clientId, Caller by) {
        Optional<Presented> token = presented(tx, shown);
        if (token.isEmpty()) {
            return GivenBack.UNKNOWN;
        }
        if (!token.get().family().clientId().equals(clientId)) {
            return GivenBack.ANOTHER_CLIENTS;
        }
        sessions.end(tx, token.get().session(), SessionEnd.SIGNED_OUT, by);
        return GivenBack.SESSION_ENDED;
    }

    /** A family's spent tokens are forgotten before it is, and every other one is stored. */
    private Optional<Presented> presented(RefreshTransaction tx, Credential shown) {
        Optional<StoredRefresh> stored = tx.refreshTokens().find(shown.hash());
        String familyId = stored.map(StoredRefresh::familyId).orElseGet(() -> form.familyOf(shown));
        return tx.refreshTokens().family(familyId).map(family -> presented(tx, stored, family));
    }

    /** What a token stands for is kept for as long as its family. */
    private static Presented presented(
            RefreshTransaction tx, Optional<StoredRefresh> stored, TokenFamily family) {
        Session session = tx.sessions().find(family.sessionId()).orElseThrow();
        Account account = tx.accounts().find(family.accountId()).orElseThrow();
        return new Presented(stored, family, session, account);
    }

    private Refresh judge(Turn turn, Presented shown) {
        Optional<Cause> cause = refusal(turn.attempt(), shown);
        if (cause.isPresent()) {
            return refuse(turn, shown, cause.get());
        }
        if (shown.stored().isEmpty()) {
            return replayed(turn, shown, Optional.empty());
        }
        StoredRefresh token = shown.stored().get();
        if (token.spent().isPresent()) {
            return again(turn, shown, token.spent().get());
        }
        return now().isBefore(token.expiresAt())
                ? rotate(turn, shown, token)
                : refused(Cause.EXPIRED);
    }

    private Optional<Cause> refusal(RefreshAttempt attempt, Presented shown) {
        TokenFamily family = shown.family();
        if (!family.clientId().equals(attempt.clientId())) {
            return Optional.of(Cause.WRONG_CLIENT);
        }
        if (!shown.session().liveAt(now())) {
            boolean ended = shown.session().endedAt().isPresent();
            return Optional.of(ended ? Cause.REVOKED : Cause.EXPIRED);
        }
        if (!shown.account().isActive()) {
            return Optional.of(Cause.INACTIVE_SUBJECT);
        }
        if (family.keyThumbprint().isPresent()
                && !family.keyThumbprint().equals(attempt.keyThumbprint())) {
            return Optional.of(Cause.WRONG_KEY);
        }
        boolean tooMuch = attempt.scopes().filter(s -> !family.scopes().containsAll(s)).isPresent();
        return tooMuch ? Optional.of(Cause.INVALID_SCOPE) : Optional.empty();
    }

    private Refresh refuse(Turn turn, Presented shown, Cause cause) {
        if (cause == Cause.INACTIVE_SUBJECT) {
            sessions.end(turn.tx(), shown.session(), SessionEnd.ACCOUNT_DISABLED, turn.by());
        }
        auditRefused(turn, shown, AuditAction.REFRESH_REFUSED, cause.code());
        return refused(cause);
    }

    private void auditRefused(Turn turn, Presented shown, AuditAction action, String why) {
        audit.append(
                turn.tx(),
                AuditEvent.refused(now(), action, shown.family().accountId(), turn.by())
                        .on(shown.session().id())
                        .because(why));
    }

    private Refresh rotate(Turn turn, Presented shown, StoredRefresh token) {
        Credential next = form.next(shown.family().id());
        var first = new StoredRefresh.Spent(now(), holder(turn), seal(next, shown.family()));
        RefreshTable tokens = turn.tx().refreshTokens();
        if (!tokens.spend(token.hash(), first)) {
            return lostRace(turn, shown, token);
        }
        long generation = token.generation() + 1;
        tokens.add(fresh(next, shown.family(), shown.session(), generation));
        if (generation % AuthorityLimits.SPENT_TOKENS_PURGED_EVERY == 0) {
            tokens.forgetSpent(
                    shown.family().id(), generation - AuthorityLimits.SPENT_TOKENS_KEPT - 1);
        }
        Session used = sessions.use(turn.tx(), shown.session());
        return rotated(turn, shown, used, next, false);
    }

    /** Who may hear the successor again. */
    private Optional<ClientInstance> holder(Turn turn) {
        boolean placesCount = lifetimes.concurrentRefresh().isPositive();
        return turn.attempt().shownBy().or(() -> turn.attempt().place().filter(_ -> placesCount));
    }

    /** Another node was first, after we had read the token as unspent. */
    private Refresh lostRace(Turn turn, Presented shown, StoredRefresh token) {
        StoredRefresh.Spent first =
                turn.tx()
                        .refreshTokens()
                        .find(token.hash())
                        .flatMap(StoredRefresh::spent)
                        .orElseThrow(() -> new IllegalStateException("neither spent nor ours"));
        return again(turn, shown, first);
    }

    private Refresh again(Turn turn, Presented shown, StoredRefresh.Spent first) {
        RefreshAttempt attempt = turn.attempt();
        boolean sameInstance = isHolder(attempt.shownBy(), first);
        if (!sameInstance && !isHolder(attempt.place(), first)) {
            return replayed(turn, shown, Optional.of(first.at()));
        }
        Credential same = unseal(first, shown.family());
        return sameInstance || isConcurrent(turn, first, same)
                ? repeated(turn, shown, first, same)
                : replayed(turn, shown, Optional.of(first.at()));
    }

    private static boolean isHolder(Optional<ClientInstance> by, StoredRefresh.Spent first) {
        return by.isPresent() && by.equals(first.by());
    }

    /** Soon enough after the first use, and nobody has gone on with the successor yet. */
    private boolean isConcurrent(Turn turn, StoredRefresh.Spent first, Credential successor) {
        Instant now = now();
        return now.isBefore(first.at().plus(lifetimes.concurrentRefresh()))
                && turn.tx().refreshTokens().repeat(successor.hash(), now);
    }

    private Refresh repeated(
            Turn turn, Presented shown, StoredRefresh.Spent first, Credential same) {
        audit.append(
                turn.tx(),
                AuditEvent.done(
                                now(),
                                AuditAction.REFRESH_REPEATED,
                                shown.family().accountId(),
                                turn.by())
                        .on(shown.session().id())
                        .because("first used " + first.at()));
        return rotated(turn, shown, shown.session(), same, true);
    }

    private Refresh replayed(Turn turn, Presented shown, Optional<Instant> firstSpentAt) {
        sessions.end(turn.tx(), shown.session(), SessionEnd.REFRESH_REPLAYED, turn.by());
        String why =
                firstSpentAt.map(at -> "first used " + at).orElse("first used many refreshes ago");
        auditRefused(turn, shown, AuditAction.REFRESH_REPLAYED, why);
        return new Refresh.Replayed(shown.family(), firstSpentAt);
    }

    private static Refresh rotated(
            Turn turn, Presented shown, Session session, Credential next, boolean repeated) {
        Scopes scopes = turn.attempt().scopes().orElse(shown.family().scopes());
        return new Refresh.Rotated(
                next, shown.family(), scopes, shown.account(), session, repeated);
    }

    private StoredRefresh fresh(
            Credential token, TokenFamily family, Session session, long generation) {
        Instant now = now();
        Instant idleEnd = now.plus(lifetimes.refreshIdle());
        Instant end = sessions.absoluteEnd(session);
        return new StoredRefresh(
                token.hash(),
                family.id(),
                generation,
                now,
                idleEnd.isBefore(end) ? idleEnd : end,
                Optional.empty());
    }

    private String seal(Credential next, TokenFamily family) {
        return sealer.seal(next.value().getBytes(US_ASCII), context(family));
    }

    private Credential unseal(StoredRefresh.Spent first, TokenFamily family) {
        byte[] value = sealer.unseal(first.sealedSuccessor(), context(family));
        return new Credential(new String(value, US_ASCII));
    }

    private static String context(TokenFamily family) {
        return "refresh-successor:" + family.id();
    }

    private static Refresh refused(Cause cause) {
        return new Refresh.Refused(cause);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
