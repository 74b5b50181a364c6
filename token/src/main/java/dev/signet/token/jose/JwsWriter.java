package dev.signet.token.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.signet.token.limit.TokenLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Writes compact serializations (RFC 7515 §7.1); the members come out in the order given. */
public final class JwsWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .recyclerPool(
                            JsonRecyclerPools.newBoundedPool(TokenLimits.JSON_BUFFERS_IDLE_MAX))
                    .build();
    private static final int TYPICAL_BYTES = 768;

    private JwsWriter() {}

    /** Writes the members of one JSON object. */
    public interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** One JSON object in UTF-8. */
    public static byte[] object(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The encoded protected header, to be reused as long as the key lives. */
    public static String header(Algorithm algorithm, String kid, String type) {
        return Base64Url.encode(
                object(json -> {
                    json.writeStringField("alg", algorithm.wireName());
                    json.writeStringField("kid", kid);
                    json.writeStringField("typ", type);
                }));
    }

    /**
     * Header, payload and signature joined.
     *
     * @param sign from the signing input to the signature
     */
    public static String compact(String header, byte[] payload, UnaryOperator<byte[]> sign) {
        String signingInput = header + '.' + Base64Url.encode(payload);
        byte[] signature = sign.apply(signingInput.getBytes(StandardCharsets.ISO_8859_1));
        return signingInput + '.' + Base64Url.encode(signature);
    }
}
