package dev.signet.verifier.key;

import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySet.Parsed;
import dev.signet.token.key.KeySource;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.authority.Answer;
import dev.signet.verifier.authority.Machine;
import dev.signet.verifier.authority.Ticks;
import dev.signet.verifier.authority.VerifierLimits;
import dev.signet.verifier.key.FetchTimes.Asker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authority's keys by {@code kid}. A known key costs a look-up in memory. An unknown {@code
 * kid} makes the key set be fetched: one request for all who ask at the same time, and at most one
 * per cool-down whatever is asked for. During the cool-down the feed decides: it announces every
 * key that begins to sign, so that a {@code kid} of which neither the set nor a message signed
 * after the question speaks is {@code Unknown}. Only who hears neither gets {@code Unavailable}. A
 * bad answer of the authority changes nothing. Safe for many threads; how sets replace each other
 * is said at {@link KeyHoldings}.
 */
public final class AuthorityKeys implements KeySource {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityKeys.class);
    private static final Lookup UNKNOWN = new Lookup.Unknown();
    private static final Lookup REVOKED = new Lookup.Revoked();
    private static final Lookup UNDECIDED = new Lookup.Unavailable(Verdict.Cause.KEYS);
    private static final Lookup OVERLOADED = new Lookup.Unavailable(Verdict.Cause.OVERLOADED);
    private static final String USABLE = "usable";

    private final KeyFetch fetch;
    private final RevocationState revocations;
    private final InstantSource clock;
    private final Ticks ticks;
    private final FetchTimes times;
    private final KeyQuestions questions;
    private final long patienceNanos;
    private final Semaphore places = new Semaphore(VerifierLimits.WAITING_MAX);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final BooleanSupplier feedIsFresh;
    private volatile KeyHoldings holdings = KeyHoldings.NONE;
    private @Nullable CompletableFuture<Void> inFlight;
    private String lastOutcome = "";

    /**
     * @param source asks for the key set; completes in bounded time
     * @param revocations says which keys were revoked
     * @param feedIsFresh whether the feed was heard within {@link VerifierLimits#FEED_COVERS_KEYS}
     */
    public AuthorityKeys(
            Supplier<CompletableFuture<Answer>> source,
            RevocationState revocations,
            CryptoProvider crypto,
            VerifierLimits limits,
            Machine machine,
            BooleanSupplier feedIsFresh) {
        this.fetch = new KeyFetch(source, crypto);
        this.revocations = revocations;
        this.clock = machine.clock();
        this.ticks = machine.ticks();
        this.times = new FetchTimes(limits, machine);
        this.questions = new KeyQuestions(ticks, limits.keyCooldown());
        this.feedIsFresh = feedIsFresh;
        this.patienceNanos = limits.exchangeTimeout().toNanos();
    }

    @Override
    public Lookup find(String kid) {
        return find(kid, Asker.ANYBODY);
    }

    /**
     * The same keys for reading the feed. Its fetches have a shorter cool-down of their own:
     * whoever floods us with unknown {@code kid}s must not delay the news of a revocation.
     */
    public KeySource forFeed() {
        return kid -> find(kid, Asker.FEED);
    }

    private Lookup find(String kid, Asker asker) {
        if (revocations.isKeyRevoked(kid)) {
            return REVOKED;
        }
        Lookup.Found held = holdings.find(kid, clock);
        return held == null ? ask(kid, asker) : held;
    }

    private Lookup ask(String kid, Asker asker) {
        if (kid.length() > KeySet.KID_LENGTH_MAX) {
            return UNKNOWN;
        }
        return asker == Asker.FEED ? askAndWait(kid, asker) : askWithPlace(kid, asker);
    }

    private Lookup askWithPlace(String kid, Asker asker) {
        if (!places.tryAcquire()) {
            return withoutPlace(kid);
        }
        try {
            return askAndWait(kid, asker);
        } finally {
            places.release();
        }
    }

    /**
     * Who floods us is told no for what the feed said moments ago: whether a key began to sign
     * within these moments is the one thing that is not looked at.
     */
    private Lookup withoutPlace(String kid) {
        lock.lock();
        try {
            long moments = VerifierLimits.FEED_COVERS_KEYS.toNanos();
            return questions.isUnknownToFeed(kid, ticks.nanos() - moments) ? UNKNOWN : OVERLOADED;
        } finally {
            lock.unlock();
        }
    }

    private Lookup askAndWait(String kid, Asker asker) {
        long askedAt = ticks.nanos();
        fetchingFor(kid, asker).ifPresent(this::await);
        if (asker == Asker.ANYBODY) {
            awaitNews(kid, askedAt);
        }
        return answer(kid, asker, askedAt);
    }

    /** A key may sign before the feed's news of it is in, so news from after the question count. */
    private void awaitNews(String kid, long askedAt) {
        lock.lock();
        try {
            long left = VerifierLimits.KEY_NEWS_PATIENCE.toNanos();
            while (left > 0 && isOpen(kid, askedAt)) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen(String kid, long askedAt) {
        return feedIsFresh.getAsBoolean()
                && holdings.find(kid, clock) == null
                && !questions.isProvenUnknown(kid)
                && !questions.isUnknownToFeed(kid, askedAt)
                && (!questions.isAnnounced(kid) || inFlight != null);
    }

    /** The fetch that may bring the key; empty when there is nothing to wait for. */
    private Optional<CompletableFuture<Void>> fetchingFor(String kid, Asker asker) {
        lock.lock();
        try {
            questions.ask(kid);
            if (questions.isProvenUnknown(kid)) {
                return Optional.empty();
            }
            beginIfFreeAnd(times.mayFetch(asker));
            return Optional.ofNullable(inFlight);
        } finally {
            lock.unlock();
        }
    }

    private void await(CompletableFuture<Void> fetching) {
        try {
            fetching.get(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            LOG.debug("event=key_set_late");
        } catch (ExecutionException bug) {
            throw new IllegalStateException("fetching the key set failed", bug.getCause());
        }
    }

    private Lookup answer(String kid, Asker asker, long askedAt) {
        lock.lock();
        try {
            Lookup.Found held = holdings.find(kid, clock);
            if (held != null) {
                return revocations.isKeyRevoked(kid) ? REVOKED : held;
            }
            boolean silentFeed = asker == Asker.ANYBODY && questions.isUnknownToFeed(kid, askedAt);
            if (silentFeed || questions.isProvenUnknown(kid)) {
                return UNKNOWN;
            }
            questions.leaveOpen();
            return UNDECIDED;
        } finally {
            lock.unlock();
        }
    }

    /** The feed says that this key signs from now on; it is fetched without making anyone wait. */
    public void announce(String kid) {
        lock.lock();
        try {
            if (holdings.find(kid, clock) == null && kid.length() <= KeySet.KID_LENGTH_MAX) {
                questions.announce(kid);
                beginIfFreeAnd(times.mayFetch(Asker.FEED));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A message of the feed was taken in, and what it announces was announced. */
    public void feedHeard(Instant signedAt) {
        lock.lock();
        try {
            questions.heard(Duration.between(signedAt, clock.instant()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The feed is read anew, and what it announced in the meantime is not known. */
    public void feedRestarted() {
        lock.lock();
        try {
            questions.feedRestarted();
            beginIfFreeAnd(times.mayFetch(Asker.FEED));
        } finally {
            lock.unlock();
        }
    }

    /** Fetches if it is time: for an open question, or because the last set is old. */
    public void tend() {
        lock.lock();
        try {
            boolean feedDue = questions.needsCover() || questions.hasNews();
            beginIfFreeAnd(feedDue && times.mayFetch(Asker.FEED));
            boolean due = questions.isWaitedFor() || times.isOld();
            beginIfFreeAnd(due && times.mayFetch(Asker.ANYBODY));
        } finally {
            lock.unlock();
        }
    }

    private void beginIfFreeAnd(boolean wanted) {
        if (inFlight != null || !wanted) {
            return;
        }
        CompletableFuture<Void> fetching = new CompletableFuture<>();
        inFlight = fetching;
        long number = questions.begin();
        times.begun();
        fetch.start().thenAccept(parsed -> end(number, parsed, fetching));
    }

    private void end(long number, Parsed parsed, CompletableFuture<Void> fetching) {
        lock.lock();
        try {
            String outcome = adopt(number, parsed);
            times.ended(outcome.equals(USABLE));
            logChange(outcome);
            inFlight = null;
            changed.signalAll();
        } finally {
            lock.unlock();
            fetching.complete(null);
        }
    }

    private String adopt(long number, Parsed parsed) {
        if (parsed instanceof Parsed.Refused refused) {
            return refused.why();
        }
        KeySet set = ((Parsed.Usable) parsed).keys();
        Optional<KeyHoldings> next = holdings.after(set, clock.instant());
        if (next.isEmpty()) {
            return "another key under a known kid";
        }
        holdings = next.get();
        questions.good(number);
        set.kids().forEach(questions::found);
        return USABLE;
    }

    private void logChange(String outcome) {
        if (outcome.equals(lastOutcome)) {
            return;
        }
        lastOutcome = outcome;
        if (outcome.equals(USABLE)) {
            LOG.info("event=key_set_loaded kids={}", holdings.kids(clock));
            return;
        }
        LOG.warn("event=key_set_refused why=\"{}\"", outcome);
    }

    /** The names of all keys that are good now, in order. */
    public Set<String> kids() {
        Set<String> kids = holdings.kids(clock);
        kids.removeIf(revocations::isKeyRevoked);
        return kids;
    }
}
