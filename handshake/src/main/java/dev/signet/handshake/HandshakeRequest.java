package dev.signet.handshake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that the handshake sees of a request. Only these three headers are kept, so no other header
 * can name an identity, switch a check off or change anything else.
 *
 * @param protocols the values of {@code Sec-WebSocket-Protocol}, one per header line
 * @param authorizations the values of {@code Authorization}, one per header line
 * @param origins the values of {@code Origin}, one per header line
 * @param rawQuery the query as it stands in the URL, still encoded, without {@code ?}; empty when
 *     there is none
 * @param tls whether the client's connection is encrypted; behind a proxy, what the trusted proxy
 *     says
 */
public record HandshakeRequest(
        List<String> protocols,
        List<String> authorizations,
        List<String> origins,
        String rawQuery,
        boolean tls) {

    public HandshakeRequest {
        protocols = List.copyOf(protocols);
        authorizations = List.copyOf(authorizations);
        origins = List.copyOf(origins);
    }

    /**
     * The view of a request.
     *
     * @param headers every header line as name and value; names in any case
     */
    public static HandshakeRequest of(
            Iterable<? extends Map.Entry<String, String>> headers, String rawQuery, boolean tls) {
        return new HandshakeRequest(
                named("Sec-WebSocket-Protocol", headers),
                named("Authorization", headers),
                named("Origin", headers),
                rawQuery,
                tls);
    }

    /**
     * The query for logs: the names of its parameters and none of their values, since a credential
     * may stand under any name, e.g. {@code thread_id=…&token=…}. A name that is not plainly one is
     * hidden too.
     */
    public String redactedQuery() {
        return QueryString.of(rawQuery).redacted();
    }

    /** Prints no header and no value. */
    @Override
    public String toString() {
        return "HandshakeRequest[query=" + redactedQuery() + " tls=" + tls + "]";
    }

    private static List<String> named(
            String name, Iterable<? extends Map.Entry<String, String>> headers) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                values.add(header.getValue());
            }
        }
        return values;
    }
}
