package dev.signet.verifier.feed;

/**
 * One server-sent event.
 *
 * @param type {@code message} when the stream names none
 * @param data its lines joined by line feeds; may be empty
 */
record SseMessage(String type, String data) {

    static final String DEFAULT_TYPE = "message";

    /** Hides the data, which is signed but not for logs. */
    @Override
    public String toString() {
        return "SseMessage[" + type + " " + data.length() + " characters]";
    }
}
