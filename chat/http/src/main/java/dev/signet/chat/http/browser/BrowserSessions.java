package dev.signet.chat.http.browser;

import dev.signet.chat.context.Delegation;
import dev.signet.chat.http.authority.TokenAnswer;
import dev.signet.chat.http.authority.TokenClient;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.id.UserId;
import dev.signet.chat.websession.WebSession;
import dev.signet.chat.websession.WebSession.CookieHash;
import dev.signet.chat.websession.WebSessions;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logins of browsers. A browser holds a random cookie and nothing else; its tokens are sealed
 * in the store, are refreshed shortly before they expire, and never leave this server but for the
 * authority. Safe for many threads.
 */
public final class BrowserSessions {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserSessions.class);

    /** A token that is good no more while the login behind it may still stand. */
    private static final Set<Reason> RENEWABLE = Set.of(Reason.EXPIRED, Reason.KEY_REVOKED);

    private final WebSessions store;
    private final SealedTokens sealed;
    private final TokenJudge judge;
    private final RandomValues random;
    private final Refreshing refreshing;
    private final BackendLimits.SignIn limits;
    private final InstantSource clock;

    public BrowserSessions(Parts parts, BackendLimits.SignIn limits) {
        this.store = parts.store();
        this.sealed = new SealedTokens(parts.sealer());
        this.judge = parts.judge();
        this.random = parts.random();
        this.limits = limits;
        this.clock = parts.clock();
        this.refreshing = new Refreshing(parts, sealed, this::isDue);
    }

    /** What browser logins are made of. */
    public record Parts(
            WebSessions store,
            Sealer sealer,
            TokenJudge judge,
            TokenClient authority,
            RandomValues random,
            InstantSource clock) {}

    /** The life of a web session, and of its cookie. */
    public Duration life() {
        return limits.sessionLife();
    }

    /**
     * Keeps a login whose access token was found good.
     *
     * @return the cookie's value
     */
    public String open(Verdict.Valid verdict, TokenAnswer.Issued issued) {
        String cookie = random.next();
        CookieHash key = hash(cookie);
        Identity identity = verdict.identity();
        LoginTokens tokens =
                new LoginTokens(issued.accessToken(), issued.refreshToken(), random.next());
        Instant now = clock.instant();
        store.put(
                new WebSession(
                        key,
                        sealed.seal(tokens, key),
                        new UserId(identity.subject()),
                        identity.sessionId().orElseThrow(),
                        now,
                        now,
                        now.plus(limits.sessionLife())));
        return cookie;
    }

    /** The login behind a cookie; waits for a refresh when one is due. */
    public BrowserLogin find(String cookie) throws InterruptedException {
        if (!RandomValues.hasForm(cookie)) {
            return new BrowserLogin.Absent();
        }
        CookieHash key = hash(cookie);
        Optional<WebSession> session = store.find(key, clock.instant());
        if (session.isEmpty()) {
            return new BrowserLogin.Absent();
        }
        noteUse(session.get());
        Optional<LoginTokens> tokens = sealed.open(session.get());
        if (tokens.isEmpty()) {
            LOG.warn("event=web_session_unreadable user={}", session.get().userId());
            return ended(key, "session_ended");
        }
        return judged(key, tokens.get());
    }

    private void noteUse(WebSession session) {
        Instant now = clock.instant();
        if (session.lastUsedAt().plus(limits.touchEvery()).isBefore(now)) {
            store.touch(session.key(), now);
        }
    }

    private BrowserLogin judged(CookieHash key, LoginTokens tokens) throws InterruptedException {
        return switch (judge.verify(tokens.accessToken())) {
            case Verdict.Valid valid ->
                    isDue(valid) ? renewed(key, valid, tokens) : present(valid, tokens);
            case Verdict.Invalid(var reason) ->
                    RENEWABLE.contains(reason) ? renewed(key) : ended(key, reason.code());
            case Verdict.Unavailable _ -> new BrowserLogin.Unknown();
        };
    }

    /** Whether so little of the token's life is left that it should be refreshed now. */
    private boolean isDue(Verdict.Valid valid) {
        Identity identity = valid.identity();
        Duration half = Duration.between(identity.issuedAt(), identity.expiresAt()).dividedBy(2);
        Duration ahead = half.compareTo(limits.refreshAhead()) < 0 ? half : limits.refreshAhead();
        return !clock.instant().isBefore(identity.expiresAt().minus(ahead));
    }

    /** A token that is still good serves on when its refresh has to wait. */
    private BrowserLogin renewed(CookieHash key, Verdict.Valid present, LoginTokens tokens)
            throws InterruptedException {
        BrowserLogin renewed = renewed(key);
        return renewed instanceof BrowserLogin.Unknown ? present(present, tokens) : renewed;
    }

    private BrowserLogin renewed(CookieHash key) throws InterruptedException {
        return switch (refreshing.refresh(key)) {
            case Refreshed.Good(var verdict, var tokens) -> present(verdict, tokens);
            case Refreshed.Over(var reason) -> ended(key, reason);
            case Refreshed.Gone _ -> new BrowserLogin.Absent();
            case Refreshed.Postponed _ -> new BrowserLogin.Unknown();
        };
    }

    private static BrowserLogin present(Verdict.Valid verdict, LoginTokens tokens) {
        return new BrowserLogin.Present(verdict, Delegation.ofAccessToken(tokens.accessToken()));
    }

    private BrowserLogin ended(CookieHash key, String reason) {
        store.delete(key);
        return new BrowserLogin.Ended(reason);
    }

    /** Forgets the login behind a cookie. */
    public void end(String cookie) {
        if (RandomValues.hasForm(cookie)) {
            store.delete(hash(cookie));
        }
    }

    /** Forgets every login of a session at the authority. */
    public void endAllOf(String sessionId) {
        int ended = store.deleteBySession(sessionId);
        if (ended > 0) {
            LOG.info("event=web_sessions_ended sid={} count={}", sessionId, ended);
        }
    }

    /** Forgets what has expired. */
    public void tidy() {
        store.deleteExpired(clock.instant());
    }

    private static CookieHash hash(String cookie) {
        return new CookieHash(RandomValues.hash(cookie));
    }
}
