package dev.signet.verifier;

import dev.signet.token.access.TokenProfile;
import dev.signet.token.access.TokenValidator;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.feed.FeedReader;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.token.verdict.Verdict.Cause;
import dev.signet.verifier.authority.AuthorityHttp;
import dev.signet.verifier.authority.Call;
import dev.signet.verifier.authority.Daemons;
import dev.signet.verifier.authority.ServiceTokens;
import dev.signet.verifier.authority.VerifierLimits;
import dev.signet.verifier.feed.FeedAge;
import dev.signet.verifier.feed.FeedFollower;
import dev.signet.verifier.feed.FeedIntake;
import dev.signet.verifier.feed.FeedLine;
import dev.signet.verifier.feed.FeedPosition;
import dev.signet.verifier.feed.FeedSink;
import dev.signet.verifier.key.AuthorityKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether a token is good: one per service, shared by all its threads.
 *
 * <p>{@link #verify} answers from memory. It waits, at most {@link VerifierLimits#exchangeTimeout},
 * only when the token names a key that is not known yet, or when the policy {@link Staleness.Ask}
 * applies. {@code INVALID} is final; {@code UNAVAILABLE} is never kept, and a later call may answer
 * differently.
 */
public final class Verifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
    private static final Verdict STALE = new Verdict.Unavailable(Cause.FEED_STALE);

    private final VerifierSettings settings;
    private final RevocationState revocations = new RevocationState();
    private final RevocationListeners listeners =
            new RevocationListeners(VerifierLimits.LISTENER_QUEUE);
    private final ScheduledExecutorService care =
            new ScheduledThreadPoolExecutor(1, Daemons.named("signet-verifier-care"));
    private final AuthorityKeys keys;
    private final AuthorityQuestions questions;
    private final TokenValidator validator;
    private final FeedAge age;
    private final FreshnessWatch watch;
    private final FeedIntake intake;
    private final FeedFollower follower;

    private Verifier(VerifierSettings settings, AuthorityHttp http) {
        this.settings = settings;
        VerifierLimits limits = settings.limits();
        TokenProfile profile = settings.profile();
        InstantSource clock = settings.machine().clock();
        Call fetchKeys =
                Call.get(
                        settings.address().keySet(),
                        "application/jwk-set+json, application/json",
                        VerifierLimits.KEY_SET_BYTES,
                        limits.exchangeTimeout());
        this.age = new FeedAge(settings.machine().ticks());
        long covers = VerifierLimits.FEED_COVERS_KEYS.toNanos();
        this.keys =
                new AuthorityKeys(
                        () -> http.start(fetchKeys),
                        revocations,
                        settings.crypto(),
                        limits,
                        settings.machine(),
                        () -> age.isWithin(covers));
        ServiceTokens service =
                new ServiceTokens(
                        http,
                        settings.address(),
                        settings.credential(),
                        limits,
                        settings.machine());
        this.questions = new AuthorityQuestions(service, settings.address(), profile, limits);
        this.validator = new TokenValidator(profile, keys, revocations, clock);
        this.watch = new FreshnessWatch(age, settings.staleness(), listeners);
        FeedReader reader = new FeedReader(profile.issuer(), keys.forFeed());
        this.intake = new FeedIntake(reader, revocations, new Told(), age, clock);
        FeedLine line = new FeedLine(service, settings.address(), limits);
        this.follower = new FeedFollower(line, intake, limits, settings.machine());
    }

    /** Says what a verifier needs to know. */
    public static VerifierBuilder builder() {
        return new VerifierBuilder();
    }

    static Verifier start(VerifierSettings settings) {
        if (settings.address().isPlain() && settings.address().insecureHttp()) {
            LOG.warn("event=insecure_http authority={}", settings.address().issuer());
        }
        Verifier verifier =
                new Verifier(settings, new AuthorityHttp(settings.limits().exchangeTimeout()));
        long everyMillis = VerifierLimits.CARE_EVERY.toMillis();
        verifier.care.scheduleWithFixedDelay(
                verifier::lookAfter, 0, everyMillis, TimeUnit.MILLISECONDS);
        verifier.follower.start();
        return verifier;
    }

    private void lookAfter() {
        try {
            keys.tend();
            watch.look();
            listeners.remind();
        } catch (RuntimeException | Error bug) { // what is thrown on would end the care for good
            LOG.error("event=verifier_care_failed", bug);
        }
    }

    /** What the feed says to the keys and to the listeners. */
    private final class Told implements FeedSink {

        /** Keys first: a feed that counts as fresh must have announced them. */
        @Override
        public void taken(FeedMessage message) {
            if (message instanceof FeedMessage.Snapshot snapshot) {
                keys.feedRestarted();
                snapshot.events().forEach(this::announce);
            } else if (message instanceof FeedMessage.Batch batch) {
                batch.entries().forEach(entry -> announce(entry.event()));
            }
            keys.feedHeard(message.at());
        }

        private void announce(RevocationEvent event) {
            if (event instanceof KeyActivated activated) {
                keys.announce(activated.kid());
            }
        }

        @Override
        public void applied(List<RevocationEvent> events) {
            listeners.applied(events);
        }
    }

    /** Judges a bearer token (RFC 6750); one that is bound to a key is {@code WRONG_TYPE}. */
    public Verdict verify(String token) {
        return current(token, validator.validate(token));
    }

    /**
     * Judges a token whose presenter proved to hold the key with that RFC 7638 thumbprint (RFC 9449
     * §7.1).
     */
    public Verdict verifyBoundTo(String token, String thumbprint) {
        return current(token, validator.validateBoundTo(token, thumbprint));
    }

    /** The staleness policy concerns tokens that look good; the others are bad in any case. */
    private Verdict current(String token, Verdict verdict) {
        if (!(verdict instanceof Verdict.Valid valid) || watch.isFresh()) {
            return verdict;
        }
        return settings.staleness() instanceof Staleness.Ask
                ? questions.validate(token, valid.identity())
                : STALE;
    }

    /**
     * Judges an identity again that a verdict gave before: for sockets and runs that outlive a
     * request. Never waits; a stale feed is {@code UNAVAILABLE} also under {@link Staleness.Ask}.
     */
    public Verdict verifyAgain(Identity identity) {
        Verdict verdict = judgeAgain(identity);
        return verdict instanceof Verdict.Valid && !watch.isFresh() ? STALE : verdict;
    }

    private Verdict judgeAgain(Identity identity) {
        Duration leeway = settings.profile().leeway();
        boolean alive =
                settings.machine().clock().instant().isBefore(identity.expiresAt().plus(leeway));
        if (!alive) {
            return new Verdict.Invalid(Reason.EXPIRED);
        }
        return revocations
                .reasonAgainst(identity)
                .<Verdict>map(Verdict.Invalid::new)
                .orElseGet(() -> new Verdict.Valid(identity));
    }

    /**
     * Spends a single-use ticket at the authority and waits for the answer. The ticket is spent
     * also when the answer is {@code UNAVAILABLE}; the client gets another.
     */
    public TicketRedemption redeemTicket(String ticket) {
        TicketRedemption redemption = questions.redeem(ticket);
        if (!(redemption.verdict() instanceof Verdict.Valid valid)) {
            return redemption;
        }
        Verdict here = judgeAgain(valid.identity());
        return here instanceof Verdict.Valid ? redemption : TicketRedemption.without(here);
    }

    /**
     * From now on the listener is told of revocations and of the feed's freshness. What is to end
     * with a login must be registered where the listener finds it before {@link #verifyAgain} is
     * asked once more: a revocation between the first verdict and the registration is told to
     * nobody.
     */
    public RevocationListener.Registration onRevocation(RevocationListener listener) {
        return listeners.add(listener);
    }

    /** Waits until a first snapshot is in, at most that long; tells whether there is one. */
    public boolean awaitFirstSnapshot(Duration patience) throws InterruptedException {
        return age.awaitFirst(patience);
    }

    /** How this verifier is doing. */
    public VerifierStatus status() {
        Optional<FeedPosition> position = intake.position();
        return new VerifierStatus(
                watch.freshness(),
                age.age(),
                position.map(FeedPosition::epoch),
                position.map(FeedPosition::seq).orElse(0L),
                keys.kids(),
                revocations.size(),
                settings.crypto().description());
    }

    /** Stops following the feed: no token is found good any more. Again: no effect. */
    @Override
    public void close() {
        age.end(); // the first, so that nothing is found good whatever the others do
        try {
            follower.close();
        } finally {
            care.shutdownNow();
            listeners.close();
        }
    }
}
