package dev.signet.authority.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.Jwt;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.authority.settings.Rates.Rate;
import dev.signet.token.feed.FeedMessage.Batch;
import dev.signet.token.feed.FeedMessage.Snapshot;
import dev.signet.token.feed.FeedReader;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The revocation feed over server-sent events (contracts §5). */
class FeedTest {

    private static final Duration HEARTBEAT = Duration.ofMillis(100);
    private static final int READERS = 40;

    @RegisterExtension
    static final AuthorityServer SERVER =
            new AuthorityServer()
                    .with(
                            new EndpointLimits(
                                    new Rate(1_000_000, Duration.ofMillis(1)), READERS, HEARTBEAT));

    private final Wire wire = SERVER.wire();

    /** As a verifier: believes only what the published keys have signed. */
    private FeedReader reader() {
        byte[] json = wire.get("/oauth2/jwks").body().getBytes(StandardCharsets.UTF_8);
        var parsed = KeySet.parse(json, CryptoProvider.of(CryptoProvider.Choice.JDK));
        KeySet keys = ((KeySet.Parsed.Usable) parsed).keys();
        return new FeedReader(
                SERVER.issuer(),
                kid ->
                        keys.find(kid)
                                .<KeySource.Lookup>map(KeySource.Lookup.Found::new)
                                .orElseGet(KeySource.Lookup.Unknown::new));
    }

    private EventStream stream(long since, String token) throws Exception {
        return EventStream.open(wire, reader(), "/feed?since=" + since, token);
    }

    private EventStream stream() throws Exception {
        return stream(SERVER.authority().feed().lastSeq(), SERVER.serviceToken());
    }

    private void logout(Person person) {
        wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(person.accessToken()));
    }

    @Test
    void a_revocation_arrives_within_a_second() throws Exception {
        Person person = SERVER.person();
        try (EventStream stream = stream()) {
            stream.next();
            long before = System.nanoTime();
            logout(person);
            Batch batch = stream.news();

            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(batch.entries().getFirst().event())
                    .isInstanceOfSatisfying(
                            SessionRevoked.class,
                            event ->
                                    assertThat(event.sessionId())
                                            .isEqualTo(
                                                    Jwt.claims(person.accessToken())
                                                            .getString("sid")));
        }
    }

    @Test
    void without_news_a_signed_sign_of_life_comes_again_and_again() throws Exception {
        try (EventStream stream = stream()) {
            for (int i = 0; i < 3; i++) {
                Batch batch = stream.next().orElseThrow();
                assertThat(batch.entries()).isEmpty();
                assertThat(batch.epoch()).isEqualTo(SERVER.authority().feed().epoch());
            }
        }
    }

    @Test
    void a_reader_goes_on_from_where_it_was_without_a_gap() throws Exception {
        long since = SERVER.authority().feed().lastSeq();
        for (int i = 0; i < 5; i++) {
            logout(SERVER.person());
        }

        try (EventStream stream = stream(since, SERVER.serviceToken())) {
            Batch batch = stream.news();

            assertThat(batch.previousSeq()).isEqualTo(since);
            assertThat(batch.lastSeq()).isEqualTo(since + 5);
        }
    }

    @Test
    void the_snapshot_holds_what_is_revoked_and_the_number_to_go_on_from() {
        Person person = SERVER.person();
        logout(person);

        Reply reply = wire.get("/feed/snapshot", Wire.bearer(SERVER.serviceToken()));

        assertThat(reply.header("Content-Type")).contains("application/jose");
        var read = (FeedReader.Reading.Read) reader().read(reply.body());
        Snapshot snapshot = (Snapshot) read.message();
        assertThat(snapshot.lastSeq()).isEqualTo(SERVER.authority().feed().lastSeq());
        assertThat(snapshot.events())
                .anySatisfy(event ->
                        assertThat(event)
                                .isInstanceOfSatisfying(
                                        SessionRevoked.class,
                                        e ->
                                                assertThat(e.sessionId())
                                                        .isEqualTo(
                                                                Jwt.claims(person.accessToken())
                                                                        .getString("sid"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?since=999999999",
                "?since=0&epoch=epo_another",
                "?since=18446744073709551615"
            })
    void a_reader_of_another_stream_or_future_needs_a_snapshot(String query) {
        Reply reply = wire.get("/feed" + query, Wire.bearer(SERVER.serviceToken()));

        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.text("code")).isEqualTo("snapshot_needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?since=", "?since=-1", "?since=x", "?since=1&since=2"})
    void a_number_is_needed(String query) {
        Reply reply = wire.get("/feed" + query, Wire.bearer(SERVER.serviceToken()));

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void the_stream_ends_when_the_readers_token_is_revoked() throws Exception {
        Confidential service = SERVER.service();
        String token = SERVER.serviceToken(service);
        try (EventStream stream = stream(SERVER.authority().feed().lastSeq(), token)) {
            stream.next();
            wire.form("/oauth2/revoke", Map.of("token", token), service.basic());

            assertThat(stream.news().entries().getFirst().event()).isInstanceOf(TokenRevoked.class);
            stream.awaitEnd();
        }
    }

    @Test
    void the_stream_ends_with_the_readers_token() throws Exception {
        try (EventStream stream = stream()) {
            stream.next();
            SERVER.clock().advance(Duration.ofHours(1));

            stream.awaitEnd();
        }
    }

    @Test
    void a_revoked_key_is_told_by_its_successor() throws Exception {
        try (EventStream stream = stream()) {
            stream.next();
            SERVER.authority()
                    .signingKeys()
                    .revoke(SERVER.authority().signingKeys().active().kid(), Caller.SYSTEM);
        }
        Reply reply = wire.get("/feed/snapshot", Wire.bearer(SERVER.serviceToken()));

        assertThat(reader().read(reply.body())).isInstanceOf(FeedReader.Reading.Read.class);
    }

    @Test
    void readers_beyond_the_bound_are_503_and_those_that_go_make_room() throws Exception {
        String token = SERVER.serviceToken();
        List<EventStream> streams = new ArrayList<>();
        awaitReaders(0);
        for (int i = 0; i < READERS; i++) {
            streams.add(stream(0, token));
        }
        awaitReaders(READERS);

        Reply tooMany = wire.get("/feed?since=0", Wire.bearer(token));
        for (EventStream stream : streams) {
            stream.close();
        }
        awaitReaders(0);

        assertThat(tooMany.status()).isEqualTo(503);
        assertThat(tooMany.header("Retry-After")).isPresent();
        stream(0, token).close();
    }

    /** Streams are noticed to have gone at their next sign of life. */
    private static void awaitReaders(int count) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 1_000 && SERVER.authority().feed().subscribers() != count; i++) {
            assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(SERVER.authority().feed().subscribers()).isEqualTo(count);
    }

    @Test
    void a_reader_that_does_not_read_keeps_nobody_up() throws Exception {
        long since = SERVER.authority().feed().lastSeq();
        try (Socket asleep = sleepingReader(since);
                EventStream awake = stream(since, SERVER.serviceToken())) {
            for (int i = 0; i < 20; i++) {
                logout(SERVER.person());
            }

            long seen = since;
            while (seen < since + 20) {
                seen = awake.news().lastSeq();
            }
            assertThat(asleep.isConnected()).isTrue();
        }
    }

    /** Opens a stream and never reads from it. */
    private Socket sleepingReader(long since) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", SERVER.port()));
        String request =
                "GET /feed?since="
                        + since
                        + " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer "
                        + SERVER.serviceToken()
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void head_opens_no_stream() {
        Reply reply =
                wire.send("HEAD", "/feed?since=0", new byte[0], Wire.bearer(SERVER.serviceToken()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }
}
