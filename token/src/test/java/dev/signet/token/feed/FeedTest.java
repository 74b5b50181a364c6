package dev.signet.token.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.token.feed.FeedReader.Reading;
import dev.signet.token.forgery.Forge;
import dev.signet.token.forgery.Json;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySource.Lookup;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

    private static final Instant AT = Instant.parse("2026-06-01T12:00:00.123Z");
    private static final Instant UNTIL = Instant.parse("2026-06-01T14:00:30Z");

    private final Forge forge = Forge.shared();
    private final FeedCodec codec = new FeedCodec(Forge.ISSUER);
    private final FeedReader reader =
            new FeedReader(Forge.ISSUER, forge.source(CryptoProvider.best()));

    static List<RevocationEvent> events() {
        List<RevocationEvent> events = new ArrayList<>();
        events.add(new TokenRevoked("tok_1", UNTIL));
        events.add(new SessionRevoked("ses_1", UNTIL));
        events.add(new KeyRevoked("kid \"1\" \u00fc"));
        events.add(new KeyActivated("kid-2"));
        for (Cause cause : Cause.values()) {
            events.add(new SubjectRevoked("usr_1", AT, cause, UNTIL));
        }
        return events;
    }

    private static FeedMessage.Batch batch(RevocationEvent... events) {
        List<FeedEntry> entries =
                IntStream.range(0, events.length)
                        .mapToObj(i -> new FeedEntry(41 + i, AT, events[i]))
                        .toList();
        return new FeedMessage.Batch("epoch-1", AT, 40 + events.length, entries);
    }

    private Object read(String signed) {
        return reader.read(signed) instanceof Reading.Read read ? read.message() : "refused";
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_arrives_as_it_was_sent(RevocationEvent event) {
        FeedMessage batch = batch(event);
        FeedMessage snapshot = new FeedMessage.Snapshot("epoch-1", AT, 7, List.of(event));

        assertThat(read(codec.sign(batch, forge.key()))).isEqualTo(batch);
        assertThat(read(codec.sign(snapshot, forge.key()))).isEqualTo(snapshot);
    }

    @Test
    void all_events_arrive_in_their_order() {
        FeedMessage.Batch batch = batch(events().toArray(RevocationEvent[]::new));

        assertThat(read(codec.sign(batch, forge.key()))).isEqualTo(batch);
        assertThat(batch.previousSeq()).isEqualTo(40);
    }

    @Test
    void a_sign_of_life_names_the_last_number() {
        FeedMessage.Batch nothing = new FeedMessage.Batch("epoch-1", AT, 40, List.of());

        assertThat(read(codec.sign(nothing, forge.key()))).isEqualTo(nothing);
        assertThat(nothing.previousSeq()).isEqualTo(40);
    }

    @Test
    void an_empty_snapshot_and_a_large_one_arrive() {
        List<RevocationEvent> many =
                IntStream.range(0, 50_000)
                        .<RevocationEvent>mapToObj(
                                i -> new TokenRevoked("tok_0123456789abcdefg" + i, UNTIL))
                        .toList();
        FeedMessage empty = new FeedMessage.Snapshot("e", AT, 0, List.of());
        FeedMessage large = new FeedMessage.Snapshot("e", AT, 1, many);

        assertThat(read(codec.sign(empty, forge.key()))).isEqualTo(empty);
        assertThat(read(codec.sign(large, forge.key()))).isEqualTo(large);
    }

    @Test
    void what_no_reader_would_take_is_not_signed() {
        List<RevocationEvent> many =
                IntStream.range(0, 10_000)
                        .<RevocationEvent>mapToObj(
                                i -> new TokenRevoked("x".repeat(1_500) + i, UNTIL))
                        .toList();
        FeedMessage huge = new FeedMessage.Snapshot("e", AT, 1, many);

        assertThatIllegalArgumentException().isThrownBy(() -> codec.sign(huge, forge.key()));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void keys_of_each_algorithm_sign_the_feed(Algorithm algorithm) {
        FeedMessage batch = batch(new KeyRevoked("k"));

        assertThat(read(codec.sign(batch, forge.key(algorithm)))).isEqualTo(batch);
    }

    @Test
    void numbers_without_a_gap_are_the_only_ones() {
        List<FeedEntry> gap = List.of(entry(1), entry(3));
        List<FeedEntry> reverse = List.of(entry(2), entry(1));
        List<FeedEntry> twice = List.of(entry(2), entry(2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedMessage.Batch("e", AT, 3, gap));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedMessage.Batch("e", AT, 1, reverse));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedMessage.Batch("e", AT, 2, twice));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedMessage.Batch("e", AT, 9, List.of(entry(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedMessage.Batch("e", AT, -1, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedMessage.Batch("", AT, 0, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedMessage.Snapshot("e", AT, -1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(0));
    }

    private static FeedEntry entry(long seq) {
        return new FeedEntry(seq, AT, new KeyRevoked("k"));
    }

    @Test
    void a_batch_has_an_end() {
        List<FeedEntry> entries = IntStream.rangeClosed(1, 513).mapToObj(FeedTest::entry).toList();

        assertThat(new FeedMessage.Batch("e", AT, 512, entries.subList(0, 512)).entries())
                .hasSize(512);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedMessage.Batch("e", AT, 513, entries));
    }

    @Test
    void another_issuer_says_nothing_here() {
        String foreign = new FeedCodec("https://evil.test").sign(batch(), forge.key());

        assertThat(reader.read(foreign)).isEqualTo(new Reading.Refused("another issuer's feed"));
    }

    @Test
    void who_is_not_the_issuer_cannot_sign() {
        FeedMessage batch = batch(new KeyRevoked("k"));
        String good = codec.sign(batch, forge.key());
        String other = codec.sign(batch(new KeyRevoked("l")), forge.key());

        assertThat(read(codec.sign(batch, forge.stranger))).isEqualTo("refused");
        assertThat(read(codec.sign(batch, forge.withdrawn))).isEqualTo("refused");
        assertThat(read(Forge.withSignature(good, Forge.signature(other)))).isEqualTo("refused");
        assertThat(read(Forge.withSignature(good, new byte[64]))).isEqualTo("refused");
        assertThat(read(Forge.withSignature(good, new byte[0]))).isEqualTo("refused");
        assertThat(read(good + "=")).isEqualTo("refused");
    }

    @Test
    void the_header_must_fit_the_key() {
        byte[] payload = payload().utf8();
        SigningKey key = forge.key();

        assertThat(read(Forge.sign(key, header().utf8(), payload))).isInstanceOf(FeedMessage.class);
        assertThat(read(Forge.sign(key, header().withText("alg", "ES384").utf8(), payload)))
                .isEqualTo("refused");
        assertThat(read(Forge.sign(key, header().withText("alg", "none").utf8(), payload)))
                .isEqualTo("refused");
        assertThat(read(Forge.sign(key, header().without("alg").utf8(), payload)))
                .isEqualTo("refused");
        assertThat(read(Forge.sign(key, header().without("kid").utf8(), payload)))
                .isEqualTo("refused");
        assertThat(read(Forge.sign(key, header().withText("kid", "k".repeat(999)).utf8(), payload)))
                .isEqualTo("refused");
        assertThat(read(Forge.sign(key, header().without("typ").utf8(), payload)))
                .isEqualTo("refused");
        assertThat(read(Forge.sign(key, header().with("crit", "[\"x\"]").utf8(), payload)))
                .isEqualTo("refused");
    }

    private Json header() {
        return forge.header().withText("typ", FeedCodec.TYPE);
    }

    private static Json payload() {
        return Json.empty()
                .withText("iss", Forge.ISSUER)
                .withText("epoch", "e")
                .with("seq", "1")
                .withText("at", AT.toString())
                .with("events", "[" + event() + "]");
    }

    private static Json event() {
        return Json.empty()
                .withText("epoch", "e")
                .with("seq", "1")
                .withText("type", "token-revoked")
                .withText("jti", "t")
                .withText("until", UNTIL.toString())
                .withText("at", AT.toString());
    }

    @Test
    void an_access_token_is_no_feed_message_and_a_feed_message_no_access_token() {
        String access = forge.issuer().issue(Forge.grant()).value();
        String feed = codec.sign(batch(), forge.key());

        assertThat(read(access)).isEqualTo("refused");
        assertThat(forge.validator(CryptoProvider.best(), new RevocationState()).validate(feed))
                .isEqualTo(new Verdict.Invalid(Reason.WRONG_TYPE));
    }

    /** Even when the claims of both are in one payload. */
    @Test
    void the_type_alone_tells_them_apart() {
        Json both = payload();
        for (var claim : forge.claims().members().entrySet()) {
            both = both.with(claim.getKey(), claim.getValue());
        }
        String typedAsFeed = forge.sign(header(), both);
        String typedAsToken = forge.sign(forge.header(), both);

        assertThat(read(typedAsFeed)).isInstanceOf(FeedMessage.class);
        assertThat(read(typedAsToken)).isEqualTo("refused");
    }

    @Test
    void a_key_that_cannot_be_looked_up_is_our_fault() {
        FeedReader cutOff =
                new FeedReader(Forge.ISSUER, kid -> new Lookup.Unavailable(Verdict.Cause.KEYS));

        assertThat(cutOff.read(codec.sign(batch(), forge.key())))
                .isEqualTo(new Reading.Unavailable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "epoch", "seq", "at", "events"})
    void a_message_without_one_of_its_members_is_refused(String name) {
        assertThat(read(forge.sign(header(), payload().without(name)))).isEqualTo("refused");
        assertThat(read(forge.sign(header(), payload().with(name, "null")))).isEqualTo("refused");
        assertThat(read(forge.sign(header(), payload().with(name, "{}")))).isEqualTo("refused");
        assertThat(read(forge.sign(header(), payload().with(name, "\"\"")))).isEqualTo("refused");
        assertThat(read(forge.sign(header(), payload().with(name, "-1")))).isEqualTo("refused");
        assertThat(read(forge.sign(header(), payload().with(name, "[1]")))).isEqualTo("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch", "seq", "type", "jti", "until", "at"})
    void an_event_without_one_of_its_members_spoils_the_message(String name) {
        for (String value : List.of("null", "{}", "[]", "\"\"", "-1", "2", "true", "\"x\"")) {
            Json event = event().with(name, value);
            boolean isStillGood = name.equals("jti") && value.equals("\"x\"");
            assertThat(
                            read(forge.sign(header(), payload().with("events", "[" + event + "]")))
                                    .equals("refused"))
                    .as(name + " " + value)
                    .isNotEqualTo(isStillGood);
        }
        assertThat(
                        read(
                                forge.sign(
                                        header(),
                                        payload()
                                                .with(
                                                        "events",
                                                        "[" + event().without(name) + "]"))))
                .isEqualTo("refused");
    }

    /** An event that we do not understand could be a revocation: better behind than wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"device-revoked", "Token-revoked", "token-revoked ", "*"})
    void an_event_of_an_unknown_kind_spoils_the_message(String type) {
        Json event = event().withText("type", type);

        assertThat(reader.read(forge.sign(header(), payload().with("events", "[" + event + "]"))))
                .isEqualTo(new Reading.Refused("an event of a kind unknown here"));
    }

    @Test
    void a_message_is_a_batch_or_a_snapshot_and_not_both() {
        Json snapshot = payload().without("events").with("snapshot", "[" + event() + "]");

        assertThat(read(forge.sign(header(), snapshot))).isInstanceOf(FeedMessage.Snapshot.class);
        assertThat(read(forge.sign(header(), snapshot.with("events", "[]")))).isEqualTo("refused");
        assertThat(read(forge.sign(header(), snapshot.with("snapshot", "{}"))))
                .isEqualTo("refused");
        assertThat(read(forge.sign(header(), snapshot.with("snapshot", "null"))))
                .isEqualTo("refused");
    }

    @Test
    void further_members_are_no_harm() {
        Json event = event().withText("x", "y");

        assertThat(
                        read(
                                forge.sign(
                                        header(),
                                        payload()
                                                .with("x", "{}")
                                                .with("events", "[" + event + "]"))))
                .isInstanceOf(FeedMessage.Batch.class);
    }

    @Test
    void too_long_a_message_is_refused_unread() {
        String long_ = "A".repeat(FeedReader.LENGTH_MAX + 1);

        assertThat(read(long_)).isEqualTo("refused");
    }

    /** The names on the wire are a contract with other people's receivers. */
    @Test
    void events_are_called_as_caep_and_risc_call_them() {
        String signed = codec.sign(batch(events().toArray(RevocationEvent[]::new)), forge.key());
        String payload =
                new String(
                        java.util.Base64.getUrlDecoder().decode(signed.split("\\.")[1]),
                        StandardCharsets.UTF_8);

        assertThat(payload)
                .contains("\"type\":\"token-revoked\",\"jti\":\"tok_1\"")
                .contains("\"type\":\"session-revoked\",\"sid\":\"ses_1\"")
                .contains("\"type\":\"session-revoked\",\"subject\":\"usr_1\"")
                .contains("\"type\":\"credential-change\",\"subject\":\"usr_1\"")
                .contains("\"type\":\"account-disabled\",\"subject\":\"usr_1\"")
                .contains("\"type\":\"key-revoked\",\"kid\"")
                .contains("\"type\":\"key-activated\",\"kid\":\"kid-2\"");
    }
}
