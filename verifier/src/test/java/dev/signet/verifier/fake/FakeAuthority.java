package dev.signet.verifier.fake;

import dev.signet.testkit.TestAuthority;
import dev.signet.token.access.AccessGrant;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.access.TokenIssuer;
import dev.signet.token.feed.FeedCodec;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.verifier.authority.ServiceCredential;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small authority over real HTTP that does what the contract says, except where a test tells it
 * to misbehave.
 */
public final class FakeAuthority implements AutoCloseable {

    public static final String KEYS = "/oauth2/jwks";
    public static final String TOKEN = "/oauth2/token";
    public static final String FEED = "/feed";
    public static final String SNAPSHOT = "/feed/snapshot";
    public static final String VALIDATE = "/auth/validate";
    public static final String REDEEM = "/auth/ticket/redeem";
    public static final ServiceCredential CREDENTIAL = new ServiceCredential("svc", "s3cr:t/+ä");

    private static final int HEARTBEAT_MILLIS = 50;

    private final LoopbackServer server = new LoopbackServer(this::handle);
    private final InstantSource clock;
    private final FeedLog log;
    private final FeedCodec codec;
    private final TokenIssuer issuer;
    private final Map<String, Handler> misbehaviour = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Set<String> serviceTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger serviceTokensMade = new AtomicInteger();
    private final List<SigningKey> published = new CopyOnWriteArrayList<>();
    private volatile SigningKey active = newKey();
    private volatile int serviceTokenSeconds = 3600;

    public FakeAuthority(InstantSource clock) {
        this.clock = clock;
        this.log = new FeedLog(clock);
        this.codec = new FeedCodec(uri().toString());
        this.issuer =
                new TokenIssuer(
                        uri().toString(),
                        TestAuthority.ENVIRONMENT,
                        () -> active,
                        clock,
                        new SecureRandom());
        published.add(active);
    }

    public static SigningKey newKey() {
        return SigningKey.generate(Algorithm.ES256, TestAuthority.CRYPTO);
    }

    public URI uri() {
        return server.uri();
    }

    // ---- what a test makes it do

    /** From now on requests of that path are answered like this. */
    public void misbehave(String path, Handler handler) {
        misbehaviour.put(path, handler);
    }

    /** From now on requests of that path are answered well. */
    public void behave(String path) {
        misbehaviour.remove(path);
    }

    /** Everything is answered well again, on new connections. */
    public void behave() {
        misbehaviour.clear();
        server.hangUp();
    }

    /** Ends the connections that are open now. */
    public void hangUp() {
        server.hangUp();
    }

    /** How many connections are open now. */
    public int connections() {
        return server.connections();
    }

    /** How many requests came to that path. */
    public int requests(String path) {
        return counts.computeIfAbsent(path, any -> new AtomicInteger()).get();
    }

    public void serviceTokenLife(Duration life) {
        serviceTokenSeconds = (int) life.toSeconds();
    }

    /** No service token given so far is good any more. */
    public void forgetServiceTokens() {
        serviceTokens.clear();
    }

    // ---- tokens

    public IssuedToken userToken(String subject, String session) {
        return userToken(subject, session, Duration.ofMinutes(10));
    }

    public IssuedToken userToken(String subject, String session, Duration life) {
        return issuer.issue(grant(subject, session, life, Optional.empty()));
    }

    public IssuedToken boundToken(String subject, String session, String thumbprint) {
        return issuer.issue(
                grant(subject, session, Duration.ofMinutes(10), Optional.of(thumbprint)));
    }

    private AccessGrant grant(
            String subject, String session, Duration life, Optional<String> thumbprint) {
        return new AccessGrant(
                Kind.USER,
                subject,
                Set.of(TestAuthority.AUDIENCE),
                "signet-chat",
                Optional.of(session),
                Set.of("openid"),
                Set.of("chat:use"),
                Optional.of(subject + "@example.test"),
                Optional.of(clock.instant()),
                List.of("pwd"),
                Optional.empty(),
                thumbprint,
                life);
    }

    // ---- keys

    public SigningKey activeKey() {
        return active;
    }

    /** Adds a key to the published set; it signs nothing yet. */
    public SigningKey publishKey() {
        SigningKey key = newKey();
        published.add(key);
        return key;
    }

    /** From now on this key signs tokens and feed; the feed is not told. */
    public void activate(SigningKey key) {
        active = key;
    }

    public List<SigningKey> published() {
        return published;
    }

    /** Takes a key out of the published set. */
    public void withdraw(SigningKey key) {
        published.remove(key);
    }

    public byte[] keySet() {
        return keySet(published);
    }

    public static byte[] keySet(List<SigningKey> keys) {
        return KeySet.of(keys.stream().map(SigningKey::verificationKey).toList())
                .toJson()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Two different keys of one name. */
    public static byte[] ambiguousKeySet() {
        SigningKey one = newKey();
        SigningKey other = newKey();
        return new String(keySet(List.of(one, other)), StandardCharsets.UTF_8)
                .replace(other.kid(), one.kid())
                .getBytes(StandardCharsets.UTF_8);
    }

    // ---- feed

    /** Appends to the stream; returns the event's number. */
    public long publish(RevocationEvent event) {
        return log.append(event);
    }

    public long revokeToken(IssuedToken token) {
        return publish(new RevocationEvent.TokenRevoked(token.tokenId(), token.expiresAt()));
    }

    public void startEpoch() {
        log.startEpoch();
    }

    public String epoch() {
        return log.epoch();
    }

    public long lastSeq() {
        return log.lastSeq();
    }

    /** The next sign of life or batch, as a reader at that number gets it. */
    public FeedMessage.Batch batchAfter(long seq) {
        return log.after(seq);
    }

    public FeedMessage.Snapshot snapshot() {
        return log.snapshot();
    }

    public String sign(FeedMessage message) {
        return codec.sign(message, active);
    }

    /** An event of the stream as it travels. */
    public static byte[] sse(long id, String data) {
        return ("event: batch\nid: " + id + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    // ---- HTTP

    private void handle(Request request, Reply reply) throws Exception {
        counts.computeIfAbsent(request.path(), any -> new AtomicInteger()).incrementAndGet();
        Handler bad = misbehaviour.get(request.path());
        if (bad != null) {
            bad.handle(request, reply);
            return;
        }
        answerWell(request, reply);
    }

    /** What the contract says. */
    public void answerWell(Request request, Reply reply) throws Exception {
        switch (request.path()) {
            case KEYS -> reply.send(200, "application/jwk-set+json", keySet());
            case TOKEN -> token(request, reply);
            case SNAPSHOT -> asService(request, reply, this::snapshot);
            case FEED -> asService(request, reply, this::feed);
            default -> reply.send(404, "text/plain", "no");
        }
    }

    private void token(Request request, Reply reply) throws Exception {
        String pair = "svc:s3cr%3At%2F%2B%C3%A4";
        String expected =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        if (!expected.equals(request.headers().get("authorization"))
                || !request.body().equals("grant_type=client_credentials")) {
            reply.send(401, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        String token = "service-token-" + serviceTokensMade.incrementAndGet();
        serviceTokens.add(token);
        reply.send(
                200,
                "application/json",
                "{\"access_token\":\""
                        + token
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + serviceTokenSeconds
                        + "}");
    }

    /** Answers a request only when it comes with a good service token. */
    public void asService(Request request, Reply reply, Handler handler) throws Exception {
        String authorization = request.headers().getOrDefault("authorization", "");
        boolean known =
                authorization.startsWith("Bearer ")
                        && serviceTokens.contains(authorization.substring(7));
        if (known) {
            handler.handle(request, reply);
            return;
        }
        reply.send(401, "application/problem+json", "{\"code\":\"invalid_token\"}");
    }

    private void snapshot(Request request, Reply reply) throws Exception {
        reply.send(200, "application/jose", sign(log.snapshot()));
    }

    private void feed(Request request, Reply reply) throws Exception {
        long seq = Long.parseLong(request.parameter("since"));
        String epoch = request.parameter("epoch");
        if (!epoch.equals(log.epoch()) || seq > log.lastSeq()) {
            reply.send(409, "application/problem+json", "{\"code\":\"snapshot_needed\"}");
            return;
        }
        reply.head(200, "text/event-stream");
        while (true) {
            FeedMessage.Batch batch = log.after(seq);
            reply.write(sse(batch.lastSeq(), sign(batch)));
            seq = batch.lastSeq();
            log.awaitMoreThan(batch.epoch(), seq, HEARTBEAT_MILLIS);
        }
    }

    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        server.close();
    }
}
