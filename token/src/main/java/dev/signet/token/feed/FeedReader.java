package dev.signet.token.feed;

import dev.signet.token.jose.CompactJws;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.VerificationKey;
import dev.signet.token.limit.TokenLimits;
import dev.signet.token.revocation.RevocationEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads signed feed messages; believes nothing that the issuer's key has not signed. Thread-safe.
 */
public final class FeedReader {

    /** Longest message, in characters: a snapshot of some 100,000 revocations. */
    public static final int LENGTH_MAX = TokenLimits.FEED_LENGTH_MAX;

    private final String issuer;
    private final KeySource keys;

    /** What became of a message. */
    public sealed interface Reading {
        /** Signed by the issuer; its place in the stream is the receiver's to check. */
        record Read(FeedMessage message) implements Reading {}

        /** Not a feed message, or not signed by a key of the issuer that is good now. */
        record Refused(String why) implements Reading {}

        /** The key could not be looked up. */
        record Unavailable() implements Reading {}
    }

    public FeedReader(String issuer, KeySource keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    /** Checks form, type, key, signature, issuer and members, in that order. */
    public Reading read(String signed) {
        CompactJws.Form form = CompactJws.parse(signed, LENGTH_MAX);
        if (!(form instanceof CompactJws.Form.Canonical canonical)) {
            return new Reading.Refused("not a JWS in canonical form");
        }
        CompactJws jws = canonical.jws();
        if (!jws.hasType(FeedCodec.TYPE) || jws.kid().isEmpty()) {
            return new Reading.Refused("not typed as a feed message, or without kid");
        }
        KeySource.Lookup lookup = keys.find(jws.kid().get());
        if (lookup instanceof KeySource.Lookup.Unavailable) {
            return new Reading.Unavailable();
        }
        if (!(lookup instanceof KeySource.Lookup.Found found) || !signed(jws, found.key())) {
            return new Reading.Refused("not signed by a key of the issuer");
        }
        return message(jws.payload());
    }

    private static boolean signed(CompactJws jws, VerificationKey key) {
        return jws.alg().equals(Optional.of(key.algorithm().wireName()))
                && key.verifies(jws.signingInput(), jws.signature());
    }

    private Reading message(Map<String, Object> payload) {
        if (!issuer.equals(payload.get("iss"))) {
            return new Reading.Refused("another issuer's feed");
        }
        try {
            return read(payload)
                    .<Reading>map(Reading.Read::new)
                    .orElseGet(() -> new Reading.Refused("an event of a kind unknown here"));
        } catch (DateTimeException | IllegalArgumentException mistyped) {
            return new Reading.Refused("members missing or of the wrong type");
        }
    }

    private static Optional<FeedMessage> read(Map<String, Object> payload) {
        String epoch = text(payload, "epoch");
        Instant at = Instant.parse(text(payload, "at"));
        long lastSeq = number(payload, "seq");
        if (payload.containsKey("snapshot") == payload.containsKey("events")) {
            throw new IllegalArgumentException("neither a batch nor a snapshot");
        }
        if (payload.containsKey("snapshot")) {
            return events(list(payload, "snapshot"))
                    .map(events -> new FeedMessage.Snapshot(epoch, at, lastSeq, events));
        }
        return entries(list(payload, "events"), epoch)
                .map(entries -> new FeedMessage.Batch(epoch, at, lastSeq, entries));
    }

    private static Optional<List<RevocationEvent>> events(List<?> members) {
        List<RevocationEvent> events = new ArrayList<>(members.size());
        for (Object member : members) {
            Optional<RevocationEvent> event = FeedEvents.read(object(member));
            if (event.isEmpty()) {
                return Optional.empty();
            }
            events.add(event.get());
        }
        return Optional.of(events);
    }

    private static Optional<List<FeedEntry>> entries(List<?> members, String epoch) {
        Optional<List<RevocationEvent>> events = events(members);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<FeedEntry> entries = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            entries.add(entry(object(members.get(i)), epoch, events.get().get(i)));
        }
        return Optional.of(entries);
    }

    private static FeedEntry entry(Map<?, ?> members, String epoch, RevocationEvent event) {
        if (!text(members, "epoch").equals(epoch)) {
            throw new IllegalArgumentException("an entry of another epoch");
        }
        return new FeedEntry(number(members, "seq"), Instant.parse(text(members, "at")), event);
    }

    private static Map<?, ?> object(Object member) {
        if (member instanceof Map<?, ?> members) {
            return members;
        }
        throw new IllegalArgumentException("an event that is no object");
    }

    private static List<?> list(Map<?, ?> members, String name) {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("no array in " + name);
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("no text in " + name);
    }

    private static long number(Map<?, ?> members, String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number in " + name);
    }
}
