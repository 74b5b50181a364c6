package dev.signet.authority.audit;

/**
 * Who asks, and from where. Texts from outside are cut to their bounds and freed of control
 * characters, so that they can neither fill a row nor forge a line.
 *
 * @param id the account or client that was authenticated; {@code anonymous} before that
 * @param address the network address as text; may be empty
 * @param userAgent what the client calls itself; may be empty
 * @param correlationId joins this row to the request's log lines; may be empty
 */
public record Caller(String id, String address, String userAgent, String correlationId) {

    static final int ID_MAX = 128;
    static final int ADDRESS_MAX = 64;
    static final int USER_AGENT_MAX = 256;
    static final int CORRELATION_ID_MAX = 64;

    /** The authority itself, at its start or by its clock. */
    public static final Caller SYSTEM = new Caller("system", "", "", "");

    public Caller {
        id = bounded(id, ID_MAX);
        address = bounded(address, ADDRESS_MAX);
        userAgent = bounded(userAgent, USER_AGENT_MAX);
        correlationId = bounded(correlationId, CORRELATION_ID_MAX);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("caller: an id is required");
        }
    }

    /** A caller that has not said who it is. */
    public static Caller anonymous(String address, String userAgent, String correlationId) {
        return new Caller("anonymous", address, userAgent, correlationId);
    }

    /** The same request after its sender was authenticated. */
    public Caller as(String id) {
        return new Caller(id, address, userAgent, correlationId);
    }

    static String bounded(String text, int max) {
        String line = text.codePoints().anyMatch(Character::isISOControl) ? printable(text) : text;
        if (line.length() <= max) {
            return line;
        }
        boolean splitsPair = Character.isHighSurrogate(line.charAt(max - 1));
        return line.substring(0, splitsPair ? max - 1 : max);
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
