package dev.signet.verifier;

import dev.signet.testkit.MovableClock;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.authority.VerifierLimits;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.FakeAuthority;
import dev.signet.verifier.fake.Handler;
import dev.signet.verifier.fake.Misbehaviour;
import dev.signet.verifier.fake.Reply;
import dev.signet.verifier.fake.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** An authority that goes wrong at random, a verifier of it, and the truth about each token. */
final class TroubledPlatform implements AutoCloseable {

    private static final VerifierLimits LIMITS =
            new VerifierLimits(
                    Duration.ofMillis(150),
                    Duration.ofMillis(150),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    Duration.ofMillis(150),
                    Duration.ofMillis(2),
                    Duration.ofMillis(20));
    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final Duration REVOCATION_LIFE = Duration.ofHours(2);
    private static final int TOKENS_PER_CHECK = 4;

    /** A token and what is true of it. */
    static final class Issued {
        final IssuedToken token;
        final String subject;
        final String session;
        final String kid;
        volatile boolean revoked;
        int revokedInEpoch;
        long revokedAt;
        boolean known;

        Issued(IssuedToken token, String subject, String session, String kid) {
            this.token = token;
            this.subject = subject;
            this.session = session;
            this.kid = kid;
        }
    }

    private final Random random;
    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority = new FakeAuthority(clock);
    private final FeedTrouble trouble;
    private final Verifier verifier;
    private final List<Issued> tokens = new CopyOnWriteArrayList<>();
    private int epoch = 1;

    TroubledPlatform(Random random) {
        this.random = random;
        this.trouble = new FeedTrouble(authority, clock);
        List<Staleness> policies =
                List.of(
                        Staleness.failClosed(),
                        Staleness.ask(),
                        Staleness.serveStale(Duration.ofMinutes(20)));
        authority.misbehave(FakeAuthority.VALIDATE, this::validateTruthfully);
        this.verifier =
                TestVerifiers.of(authority, clock)
                        .limits(LIMITS)
                        .staleness(policies.get(random.nextInt(policies.size())))
                        .start();
        if (random.nextInt(4) > 0) {
            TestVerifiers.upToDate(verifier, authority);
        }
        issue();
    }

    private void validateTruthfully(Request request, Reply reply) throws Exception {
        authority.asService(
                request,
                reply,
                (asked, answer) -> answer.send(200, "application/json", truth(asked.body())));
    }

    private String truth(String body) {
        return tokens.stream()
                .filter(issued -> body.contains(issued.token.value()))
                .map(issued ->
                        isGood(issued)
                                ? "{\"verdict\":\"VALID\",\"user_id\":\"" + issued.subject + "\"}"
                                : "{\"verdict\":\"INVALID\",\"reason\":\"revoked_token\"}")
                .findFirst()
                .orElseThrow();
    }

    /** Something happens; returns what. */
    String step() {
        learnWhatIsKnown();
        String what = happen(random.nextInt(14));
        if (random.nextBoolean()) {
            Await.within(Duration.ofMillis(random.nextInt(15)), () -> false);
        }
        return what;
    }

    private String happen(int choice) {
        switch (choice) {
            case 0, 1 -> issue();
            case 2, 3 -> revoke();
            case 4 -> rotate();
            case 5 -> clock.advance(Duration.ofSeconds(1 + random.nextInt(20)));
            case 6 -> spoil(FakeAuthority.KEYS, halfRotated());
            case 7 -> spoil(FakeAuthority.KEYS, anyMisbehaviour(authority.keySet()));
            case 8 -> spoil(FakeAuthority.SNAPSHOT, trouble.snapshot(random));
            case 9, 10 -> spoil(FakeAuthority.FEED, trouble.feed(random));
            case 11 -> spoil(FakeAuthority.TOKEN, anyMisbehaviour("{}".getBytes()));
            case 12 -> startEpoch();
            default -> authority.behave();
        }
        if (choice > 12) {
            authority.misbehave(FakeAuthority.VALIDATE, this::validateTruthfully);
        }
        return "choice " + choice;
    }

    private void issue() {
        String subject = "usr_" + random.nextInt(3);
        String session = openSession();
        IssuedToken token = authority.userToken(subject, session, Duration.ofHours(2));
        tokens.add(new Issued(token, subject, session, authority.activeKey().kid()));
    }

    /** One that is not revoked: a revoked session never lives again. */
    private String openSession() {
        return tokens.stream()
                .filter(issued -> !issued.revoked && random.nextInt(4) == 0)
                .map(issued -> issued.session)
                .findFirst()
                .filter(session ->
                        tokens.stream()
                                .noneMatch(
                                        issued -> issued.revoked && issued.session.equals(session)))
                .orElseGet(() -> "ses_" + tokens.size());
    }

    private void revoke() {
        Issued victim = tokens.get(random.nextInt(tokens.size()));
        Instant until = clock.instant().plus(REVOCATION_LIFE);
        Instant now = clock.instant();
        RevocationEvent event =
                switch (random.nextInt(3)) {
                    case 0 -> new TokenRevoked(victim.token.tokenId(), until);
                    case 1 -> new SessionRevoked(victim.session, until);
                    default ->
                            new SubjectRevoked(victim.subject, now, Cause.SESSIONS_REVOKED, until);
                };
        publish(event);
    }

    private void publish(RevocationEvent event) {
        List<Issued> hit =
                tokens.stream()
                        .filter(issued -> !issued.revoked && concerns(event, issued))
                        .toList();
        hit.forEach(issued -> issued.revoked = true);
        long seq = authority.publish(event);
        for (Issued issued : hit) {
            issued.revokedInEpoch = epoch;
            issued.revokedAt = seq;
        }
    }

    private static boolean concerns(RevocationEvent event, Issued issued) {
        if (event instanceof TokenRevoked token) {
            return token.tokenId().equals(issued.token.tokenId());
        }
        if (event instanceof SessionRevoked session) {
            return session.sessionId().equals(issued.session);
        }
        if (event instanceof SubjectRevoked subject) {
            return subject.subject().equals(issued.subject)
                    && issued.token.issuedAt().isBefore(subject.notBefore());
        }
        return event instanceof KeyRevoked key && key.kid().equals(issued.kid);
    }

    /** A new key signs at once, and the old one may be killed. */
    private void rotate() {
        SigningKey old = authority.activeKey();
        SigningKey next = authority.publishKey();
        authority.activate(next);
        authority.publish(new KeyActivated(next.kid()));
        if (random.nextBoolean()) {
            authority.withdraw(old);
            publish(new KeyRevoked(old.kid()));
        }
    }

    /** Some of the published keys; never without the active one unless the verifier has it. */
    private Handler halfRotated() {
        List<SigningKey> some = new ArrayList<>(authority.published());
        Collections.shuffle(some, random);
        List<SigningKey> half = some.subList(0, 1 + random.nextInt(some.size()));
        return (request, reply) ->
                reply.send(200, "application/json", FakeAuthority.keySet(withActive(half)));
    }

    private List<SigningKey> withActive(List<SigningKey> half) {
        List<SigningKey> keys = new ArrayList<>(half);
        for (SigningKey key : authority.published()) {
            boolean needed = !keys.contains(key) && !verifier.status().keyIds().contains(key.kid());
            if (needed) {
                keys.add(key);
            }
        }
        return keys;
    }

    private Handler anyMisbehaviour(byte[] good) {
        Misbehaviour[] all = Misbehaviour.values();
        return all[random.nextInt(all.length)].handler(good);
    }

    private void spoil(String path, Handler handler) {
        authority.misbehave(path, handler);
        if (random.nextBoolean()) {
            authority.hangUp();
        }
    }

    private void startEpoch() {
        epoch++;
        authority.startEpoch();
    }

    /** The feed's news that have reached the verifier count from now on. */
    private void learnWhatIsKnown() {
        VerifierStatus status = verifier.status();
        int knownEpoch = status.epoch().map(name -> Integer.parseInt(name.substring(6))).orElse(0);
        for (Issued issued : tokens) {
            boolean reached =
                    issued.revoked
                            && (issued.revokedInEpoch < knownEpoch
                                    || issued.revokedInEpoch == knownEpoch
                                            && issued.revokedAt <= status.lastSeq());
            issued.known |= reached;
        }
    }

    boolean isKnownToBeRevoked(Issued issued) {
        learnWhatIsKnown();
        return issued.known;
    }

    boolean isGood(Issued issued) {
        return !issued.revoked && clock.instant().isBefore(issued.token.expiresAt().plus(LEEWAY));
    }

    List<Issued> someTokens() {
        List<Issued> shuffled = new ArrayList<>(tokens);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(TOKENS_PER_CHECK, shuffled.size()));
    }

    List<Issued> allTokens() {
        return tokens;
    }

    Verdict verify(Issued issued) {
        return verifier.verify(issued.token.value());
    }

    /** The authority is well again, for long enough. */
    void recover() {
        authority.behave();
        Await.until(
                "the verifier has recovered",
                () -> {
                    clock.advance(Duration.ofSeconds(1));
                    return isUpToDate();
                });
    }

    private boolean isUpToDate() {
        VerifierStatus status = verifier.status();
        boolean keysKnown =
                authority.published().stream().allMatch(key -> status.keyIds().contains(key.kid()));
        return keysKnown
                && status.freshness() == Freshness.FRESH
                && status.epoch().orElse("").equals(authority.epoch())
                && status.lastSeq() == authority.lastSeq();
    }

    @Override
    public void close() {
        verifier.close();
        authority.close();
    }
}
