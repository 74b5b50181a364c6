package dev.signet.token.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signet.token.jose.JwsWriter;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import java.io.IOException;

/**
 * Writes feed messages as signed JWS. The type {@value #TYPE} keeps them apart from access tokens
 * that the same key signs (RFC 8725 §3.11).
 */
public final class FeedCodec {

    /** {@code typ} of every feed message. */
    public static final String TYPE = "signet-feed+jwt";

    private final String issuer;

    public FeedCodec(String issuer) {
        this.issuer = issuer;
    }

    /**
     * The signed form of a message.
     *
     * @throws IllegalArgumentException when it is longer than readers accept
     */
    public String sign(FeedMessage message, SigningKey key) {
        byte[] payload =
                JwsWriter.object(json -> {
                    json.writeStringField("iss", issuer);
                    json.writeStringField("epoch", message.epoch());
                    json.writeNumberField("seq", message.lastSeq());
                    json.writeStringField("at", message.at().toString());
                    if (message instanceof FeedMessage.Batch batch) {
                        writeEntries(json, batch);
                    }
                    if (message instanceof FeedMessage.Snapshot snapshot) {
                        writeSnapshot(json, snapshot);
                    }
                });
        String header = JwsWriter.header(key.algorithm(), key.kid(), TYPE);
        String signed = JwsWriter.compact(header, payload, key::sign);
        if (signed.length() > FeedReader.LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "feed message: longer than " + FeedReader.LENGTH_MAX + " characters");
        }
        return signed;
    }

    private static void writeEntries(JsonGenerator json, FeedMessage.Batch batch)
            throws IOException {
        json.writeArrayFieldStart("events");
        for (FeedEntry entry : batch.entries()) {
            json.writeStartObject();
            json.writeStringField("epoch", batch.epoch());
            json.writeNumberField("seq", entry.seq());
            FeedEvents.write(json, entry.event());
            json.writeStringField("at", entry.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSnapshot(JsonGenerator json, FeedMessage.Snapshot snapshot)
            throws IOException {
        json.writeArrayFieldStart("snapshot");
        for (RevocationEvent event : snapshot.events()) {
            json.writeStartObject();
            FeedEvents.write(json, event);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
