package dev.signet.verifier.authority;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * One request to the authority and the bounds of its answer.
 *
 * @param request asks for no compression
 * @param bytesMax longest body that is read
 * @param timeout from connecting to the last byte of the body, or to the first of a stream
 * @param streaming whether a {@code text/event-stream} is read as it comes
 */
public record Call(HttpRequest request, int bytesMax, Duration timeout, boolean streaming) {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Fetches a document. */
    public static Call get(URI uri, String accept, int bytesMax, Duration timeout) {
        return new Call(to(uri, accept).GET().build(), bytesMax, timeout, false);
    }

    /** Opens a stream of events; any other answer is read as a document. */
    public static Call stream(URI uri, Duration timeout) {
        HttpRequest request =
                to(uri, ByteStream.MEDIA_TYPE).header("Cache-Control", "no-store").GET().build();
        return new Call(request, VerifierLimits.ANSWER_BYTES, timeout, true);
    }

    /** Posts a JSON object. */
    public static Call postJson(URI uri, byte[] body, Duration timeout) {
        HttpRequest request =
                to(uri, JSON)
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return new Call(request, VerifierLimits.ANSWER_BYTES, timeout, false);
    }

    /** Deletes what lies there. */
    public static Call delete(URI uri, Duration timeout) {
        return new Call(
                to(uri, JSON).DELETE().build(), VerifierLimits.ANSWER_BYTES, timeout, false);
    }

    /**
     * Posts a form as a client that names itself in the header (RFC 6749 §2.3.1).
     *
     * @param form encoded already
     */
    public static Call postForm(
            URI uri, String form, ServiceCredential credential, Duration timeout) {
        HttpRequest request =
                to(uri, JSON)
                        .header("Content-Type", FORM)
                        .header("Authorization", credential.basic())
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return new Call(request, VerifierLimits.ANSWER_BYTES, timeout, false);
    }

    private static HttpRequest.Builder to(URI uri, String accept) {
        return HttpRequest.newBuilder(uri)
                .header("Accept", accept)
                .header("Accept-Encoding", "identity");
    }

    /** The same request in the name of this service. */
    Call as(ServiceToken token) {
        return with("Authorization", "Bearer " + token.value());
    }

    /** The same request with one more header. */
    public Call with(String header, String value) {
        HttpRequest more =
                HttpRequest.newBuilder(request, (name, present) -> true)
                        .header(header, value)
                        .build();
        return new Call(more, bytesMax, timeout, streaming);
    }

    /** The same request with an answer of at most so many bytes. */
    public Call reading(int bytesMost) {
        return new Call(request, bytesMost, timeout, streaming);
    }

    /** The same request with less time. */
    Call within(Duration left) {
        return new Call(request, bytesMax, left, streaming);
    }
}
