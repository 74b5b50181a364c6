package dev.signet.token.authorization;

import java.util.List;

/**
 * What the {@code Authorization} headers of one request present. The only reader of that header, so
 * that no two doors read one request differently. Each door answers alike:
 *
 * <table>
 * <caption>The answers</caption>
 * <tr><th>header</th><th>reads as</th><th>answer where a bearer token is needed</th></tr>
 * <tr><td>none</td><td>{@link Absent}</td><td>401 without an error code</td></tr>
 * <tr><td>another scheme, e.g. {@code Basic x}, {@code BearerX x}</td><td>{@link Other}</td>
 * <td>401 without an error code</td></tr>
 * <tr><td>two or more, whatever they hold</td><td>{@link Repeated}</td><td>400</td></tr>
 * <tr><td>an empty one; one without scheme; {@code Bearer} alone; a tab behind it; two tokens, a
 * comma or a control character in it</td><td>{@link Malformed}</td><td>400</td></tr>
 * <tr><td>{@code Bearer}, {@code bearer}, {@code BEARER}, one space or more, a token; white space
 * around all of it does not count</td><td>{@link Bearer}</td><td>what the token deserves</td></tr>
 * </table>
 */
public sealed interface Authorization {

    /** No header. */
    record Absent() implements Authorization {}

    /** More than one header, which readers may take for different ones (RFC 9110 §5.3). */
    record Repeated() implements Authorization {}

    /** No scheme, or {@code Bearer} or {@code DPoP} with anything but one token behind it. */
    record Malformed() implements Authorization {}

    /**
     * RFC 6750 §2.1.
     *
     * @param token one {@code b64token}; nobody has looked at more than its characters
     */
    record Bearer(String token) implements Authorization {
        @Override
        public String toString() {
            return "Bearer[hidden]";
        }
    }

    /**
     * RFC 9449 §7.1: a proof of possession must come along.
     *
     * @param token as in {@link Bearer}
     */
    record Dpop(String token) implements Authorization {
        @Override
        public String toString() {
            return "Dpop[hidden]";
        }
    }

    /**
     * Another scheme, which speaks to somebody else.
     *
     * @param scheme in lower case
     * @param credentials what follows; printable, may be empty
     */
    record Other(String scheme, String credentials) implements Authorization {
        @Override
        public String toString() {
            return "Other[" + scheme + "]";
        }
    }

    /**
     * Reads the headers.
     *
     * @param values of every {@code Authorization} header line, as they came
     */
    static Authorization of(List<String> values) {
        if (values.isEmpty()) {
            return new Absent();
        }
        return values.size() > 1 ? new Repeated() : HeaderValue.read(values.get(0));
    }
}
