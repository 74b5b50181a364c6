package dev.signet.chat.http.browser;

import dev.signet.chat.http.authority.TokenAnswer;
import dev.signet.chat.websession.WebSession;
import dev.signet.chat.websession.WebSession.CookieHash;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
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
final class Refreshing {

    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);

    private final BrowserSessions.Parts parts;
    private final SealedTokens sealed;
    private final Predicate<Verdict.Valid> isDue;
    private final ConcurrentHashMap<CookieHash, CompletableFuture<Refreshed>> underWay =
            new ConcurrentHashMap<>();

    Refreshing(BrowserSessions.Parts parts, SealedTokens sealed, Predicate<Verdict.Valid> isDue) {
        this.parts = parts;
        this.sealed = sealed;
        this.isDue = isDue;
    }

    Refreshed refresh(CookieHash key) throws InterruptedException {
        CompletableFuture<Refreshed> mine = new CompletableFuture<>();
        CompletableFuture<Refreshed> first = underWay.putIfAbsent(key, mine);
        return first == null ? lead(key, mine) : joined(first);
    }

    private Refreshed lead(CookieHash key, CompletableFuture<Refreshed> mine)
            throws InterruptedException {
        Refreshed outcome = new Refreshed.Postponed();
        try {
            outcome = freshOf(key);
            return outcome;
        } finally {
            underWay.remove(key);
            mine.complete(outcome);
        }
    }

    private static Refreshed joined(CompletableFuture<Refreshed> first)
            throws InterruptedException {
        try {
            return first.get();
        } catch (ExecutionException neverCompletedSo) {
            throw new IllegalStateException(neverCompletedSo);
        }
    }

    /** Looks at the store again: who was here just before may have refreshed already. */
    private Refreshed freshOf(CookieHash key) throws InterruptedException {
        Optional<WebSession> session = parts.store().find(key, parts.clock().instant());
        Optional<LoginTokens> tokens = session.flatMap(sealed::open);
        if (session.isEmpty() || tokens.isEmpty()) {
            return new Refreshed.Gone();
        }
        Verdict verdict = parts.judge().verify(tokens.get().accessToken());
        return verdict instanceof Verdict.Valid valid && !isDue.test(valid)
                ? new Refreshed.Good(valid, tokens.get())
                : exchanged(session.get(), tokens.get());
    }

    private Refreshed exchanged(WebSession session, LoginTokens tokens)
            throws InterruptedException {
        if (tokens.refreshToken().isEmpty()) {
            return new Refreshed.Over(Reason.EXPIRED.code());
        }
        TokenAnswer answer =
                parts.authority().refresh(tokens.refreshToken().get(), tokens.instance());
        return switch (answer) {
            case TokenAnswer.Issued issued -> kept(session, tokens.after(issued));
            case TokenAnswer.Refused _ -> {
                LOG.info(
                        "event=refresh_refused user={} sid={}",
                        session.userId(),
                        session.sessionId());
                yield new Refreshed.Over("session_ended");
            }
            case TokenAnswer.Unavailable _ -> new Refreshed.Postponed();
        };
    }

    private Refreshed kept(WebSession session, LoginTokens tokens) {
        boolean first =
                parts.store()
                        .replace(
                                session,
                                sealed.seal(tokens, session.key()),
                                parts.clock().instant());
        if (!first) {
            return replacedElsewhere(session.key());
        }
        return judged(session, tokens);
    }

    /** Another node refreshed under the same name, and so got the same successor. */
    private Refreshed replacedElsewhere(CookieHash key) {
        Optional<WebSession> session = parts.store().find(key, parts.clock().instant());
        Optional<LoginTokens> tokens = session.flatMap(sealed::open);
        return session.isEmpty() || tokens.isEmpty()
                ? new Refreshed.Gone()
                : judged(session.get(), tokens.get());
    }

    private Refreshed judged(WebSession session, LoginTokens tokens) {
        return switch (parts.judge().verify(tokens.accessToken())) {
            case Verdict.Valid valid ->
                    isOf(session, valid.identity())
                            ? new Refreshed.Good(valid, tokens)
                            : new Refreshed.Over("session_ended");
            case Verdict.Invalid(var reason) -> new Refreshed.Over(reason.code());
            case Verdict.Unavailable _ -> new Refreshed.Postponed();
        };
    }

    private static boolean isOf(WebSession session, Identity identity) {
        return identity.subject().equals(session.userId().value())
                && identity.sessionId().equals(Optional.of(session.sessionId()));
    }
}
