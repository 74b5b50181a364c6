package dev.signet.verifier.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads server-sent events (WHATWG HTML §9.2.6) from bytes that come in any pieces. Holds at most
 * {@code bytesMax} bytes of a message that is not complete; a longer one breaks the stream for
 * good. Event identifiers and retry times are skipped: what we believe is signed. For one thread.
 */
final class SseParser {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final int bytesMax;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String type = SseMessage.DEFAULT_TYPE;
    private boolean hasData;
    private boolean afterReturn;
    private boolean firstLine = true;
    private boolean broken;

    SseParser(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Whether a message was too long, after which no more are read. */
    boolean isBroken() {
        return broken;
    }

    /** The messages that these bytes complete, in their order. */
    List<SseMessage> feed(byte[] bytes) {
        List<SseMessage> messages = new ArrayList<>();
        for (int i = 0; i < bytes.length && !broken; i++) {
            take(bytes[i], messages);
        }
        return messages;
    }

    private void take(byte b, List<SseMessage> messages) {
        boolean secondHalfOfLineEnd = b == '\n' && afterReturn;
        afterReturn = b == '\r';
        if (secondHalfOfLineEnd) {
            return;
        }
        if (b == '\n' || b == '\r') {
            endLine(messages);
            return;
        }
        line.write(b);
        broken = line.size() + data.length() > bytesMax;
    }

    private void endLine(List<SseMessage> messages) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (firstLine && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        firstLine = false;
        if (text.isEmpty()) {
            endMessage(messages);
            return;
        }
        int colon = text.indexOf(':');
        if (colon != 0) {
            field(colon < 0 ? text : text.substring(0, colon), colon < 0 ? "" : value(text, colon));
        }
    }

    private static String value(String line, int colon) {
        String value = line.substring(colon + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    private void field(String name, String value) {
        if (name.equals("event")) {
            type = value.isEmpty() ? SseMessage.DEFAULT_TYPE : value;
        }
        if (name.equals("data")) {
            if (hasData) {
                data.append('\n');
            }
            data.append(value);
            hasData = true;
        }
    }

    private void endMessage(List<SseMessage> messages) {
        if (hasData) {
            messages.add(new SseMessage(type, data.toString()));
        }
        data.setLength(0);
        type = SseMessage.DEFAULT_TYPE;
        hasData = false;
    }
}
