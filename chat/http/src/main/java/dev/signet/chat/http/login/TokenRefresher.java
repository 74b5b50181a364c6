package dev.signet.chat.http.login;

import dev.signet.chat.http.authority.TokenAnswer;
import dev.signet.chat.http.authority.TokenClient;
import dev.signet.chat.login.WebSession;
import dev.signet.chat.login.WebSession.CookieHash;
import dev.signet.chat.login.WebSessions;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refreshes tokens, once at a time for each web session: whoever comes meanwhile gets the same
 * outcome. A crash between the authority's answer and our store is mended by the next attempt,
 * which carries the same name and so gets the same successor.
 */
final class TokenRefresher {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRefresher.class);

    private final WebSessions store;
    private final SealedTokens sealed;
    private final TokenJudge judge;
    private final TokenClient authority;
    private final InstantSource clock;
    private final Predicate<Verdict.Valid> isDue;
    private final ConcurrentHashMap<CookieHash, CompletableFuture<RefreshOutcome>> underWay =
            new ConcurrentHashMap<>();

    TokenRefresher(
            WebSessions store,
            SealedTokens sealed,
            TokenJudge judge,
            TokenClient authority,
            Predicate<Verdict.Valid> isDue,
            InstantSource clock) {
        this.store = store;
        this.sealed = sealed;
        this.judge = judge;
        this.authority = authority;
        this.isDue = isDue;
        this.clock = clock;
    }

    RefreshOutcome refresh(CookieHash key) throws InterruptedException {
        CompletableFuture<RefreshOutcome> mine = new CompletableFuture<>();
        CompletableFuture<RefreshOutcome> first = underWay.putIfAbsent(key, mine);
        return first == null ? lead(key, mine) : joined(first);
    }

    private RefreshOutcome lead(CookieHash key, CompletableFuture<RefreshOutcome> mine)
            throws InterruptedException {
        RefreshOutcome outcome = new RefreshOutcome.Postponed();
        try {
            outcome = freshOf(key);
            return outcome;
        } finally {
            underWay.remove(key);
            mine.complete(outcome);
        }
    }

    private static RefreshOutcome joined(CompletableFuture<RefreshOutcome> first)
            throws InterruptedException {
        try {
            return first.get();
        } catch (ExecutionException neverCompletedSo) {
            throw new IllegalStateException(neverCompletedSo);
        }
    }

    /** Looks at the store again: who was here just before may have refreshed already. */
    private RefreshOutcome freshOf(CookieHash key) throws InterruptedException {
        Optional<WebSession> session = store.find(key, clock.instant());
        Optional<LoginTokens> tokens = session.flatMap(sealed::open);
        if (session.isEmpty() || tokens.isEmpty()) {
            return new RefreshOutcome.Gone();
        }
        Verdict verdict = judge.verify(tokens.get().accessToken());
        return verdict instanceof Verdict.Valid valid && !isDue.test(valid)
                ? new RefreshOutcome.Good(valid, tokens.get())
                : exchanged(session.get(), tokens.get());
    }

    private RefreshOutcome exchanged(WebSession session, LoginTokens tokens)
            throws InterruptedException {
        if (tokens.refreshToken().isEmpty()) {
            return new RefreshOutcome.Over(Reason.EXPIRED.code());
        }
        TokenAnswer answer = authority.refresh(tokens.refreshToken().get(), tokens.instance());
        return switch (answer) {
            case TokenAnswer.Issued issued -> kept(session, tokens.after(issued));
            case TokenAnswer.Refused _ -> {
                LOG.info(
                        "event=refresh_refused user={} sid={}",
                        session.userId(),
                        session.sessionId());
                yield new RefreshOutcome.Over("session_ended");
            }
            case TokenAnswer.Unavailable _ -> new RefreshOutcome.Postponed();
        };
    }

    private RefreshOutcome kept(WebSession session, LoginTokens tokens) {
        boolean first = store.replace(session, sealed.seal(tokens, session.key()), clock.instant());
        if (!first) {
            return replacedElsewhere(session.key());
        }
        return judged(session, tokens);
    }

    /** Another node refreshed under the same name, and so got the same successor. */
    private RefreshOutcome replacedElsewhere(CookieHash key) {
        Optional<WebSession> session = store.find(key, clock.instant());
        Optional<LoginTokens> tokens = session.flatMap(sealed::open);
        return session.isEmpty() || tokens.isEmpty()
                ? new RefreshOutcome.Gone()
                : judged(session.get(), tokens.get());
    }

    private RefreshOutcome judged(WebSession session, LoginTokens tokens) {
        return switch (judge.verify(tokens.accessToken())) {
            case Verdict.Valid valid ->
                    isOf(session, valid.identity())
                            ? new RefreshOutcome.Good(valid, tokens)
                            : new RefreshOutcome.Over("session_ended");
            case Verdict.Invalid(var reason) -> new RefreshOutcome.Over(reason.code());
            case Verdict.Unavailable _ -> new RefreshOutcome.Postponed();
        };
    }

    private static boolean isOf(WebSession session, Identity identity) {
        return identity.subject().equals(session.userId().value())
                && identity.sessionId().equals(Optional.of(session.sessionId()));
    }
}
