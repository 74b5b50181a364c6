package dev.signet.handshake;

import static java.util.stream.Collectors.joining;

import dev.signet.handshake.HandshakePolicy.Loosening;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Carrier 3: the query of the URL (RFC 3986 §3.4); names are compared after decoding. */
record QueryString(List<QueryString.Parameter> parameters, int chars) {

    private static final String TICKET = "ticket";
    private static final Set<String> TOKENS = Set.of("token", "jwt", "auth_token", "access_token");
    private static final String HIDDEN = "…";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");

    static QueryString of(String raw) {
        List<Parameter> parameters =
                Arrays.stream(raw.split("&"))
                        .filter(piece -> !piece.isEmpty())
                        .map(Parameter::of)
                        .toList();
        return new QueryString(parameters, raw.length());
    }

    /** The one credential in the query. Two, or one that the policy denies, are unreadable. */
    Carried carried(HandshakePolicy policy) {
        HandshakeLimits limits = policy.limits();
        if (chars > limits.queryChars() || parameters.size() > limits.queryParameters()) {
            return new Carried.Unreadable(Refusals.queryTooLong());
        }
        if (parameters.stream().anyMatch(parameter -> decoded(parameter.name()).isEmpty())) {
            return new Carried.Unreadable(Refusals.malformedQuery());
        }
        boolean tokens = parameters.stream().anyMatch(Parameter::isToken);
        if (tokens && !policy.allows(Loosening.QUERY_TOKENS)) {
            return new Carried.Unreadable(Refusals.queryTokenDenied());
        }
        List<Parameter> carrying = parameters.stream().filter(Parameter::carries).toList();
        if (carrying.isEmpty()) {
            return new Carried.Nothing();
        }
        if (carrying.size() > 1) {
            return new Carried.Unreadable(Refusals.ambiguousCredential());
        }
        return carrying.get(0).presented();
    }

    /** See {@link HandshakeRequest#redactedQuery}. */
    String redacted() {
        String names =
                parameters.stream()
                        .limit(HandshakeLimits.LOGGED_PARAMETERS)
                        .map(Parameter::redacted)
                        .collect(joining("&"));
        return parameters.size() > HandshakeLimits.LOGGED_PARAMETERS ? names + "&" + HIDDEN : names;
    }

    @Override
    public String toString() {
        return "QueryString[" + redacted() + "]";
    }

    /**
     * Undoes percent-encoding, one character per byte; {@code +} stands for itself. Empty when an
     * escape is cut off or not hexadecimal.
     */
    static Optional<String> decoded(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            if (raw.charAt(at) != '%') {
                text.append(raw.charAt(at));
                continue;
            }
            if (!isEscape(raw, at)) {
                return Optional.empty();
            }
            text.append((char) HexFormat.fromHexDigits(raw, at + 1, at + 3));
            at += 2;
        }
        return Optional.of(text.toString());
    }

    private static boolean isEscape(String raw, int at) {
        return at + 2 < raw.length()
                && HexFormat.isHexDigit(raw.charAt(at + 1))
                && HexFormat.isHexDigit(raw.charAt(at + 2));
    }

    /**
     * A parameter as it stands in the URL, still encoded.
     *
     * @param named whether there was a {@code =}; without one the text may as well be a value
     */
    record Parameter(String name, String value, boolean named) {

        static Parameter of(String piece) {
            int equals = piece.indexOf('=');
            return equals < 0
                    ? new Parameter(piece, "", false)
                    : new Parameter(piece.substring(0, equals), piece.substring(equals + 1), true);
        }

        boolean isToken() {
            return decoded(name).filter(TOKENS::contains).isPresent();
        }

        boolean carries() {
            return isToken() || decoded(name).filter(TICKET::equals).isPresent();
        }

        Carried presented() {
            return decoded(value)
                    .<Carried>map(text -> new Carried.Presented(Carrier.QUERY, credential(text)))
                    .orElseGet(() -> new Carried.Unreadable(Refusals.malformedQuery()));
        }

        String redacted() {
            if (!named) {
                return HIDDEN;
            }
            return (PLAIN_NAME.matcher(name).matches() ? name : HIDDEN) + "=" + HIDDEN;
        }

        @Override
        public String toString() {
            return redacted();
        }

        private Credential credential(String text) {
            return isToken() ? new Credential.Token(text) : new Credential.Ticket(text);
        }
    }
}
