package dev.signet.scanner.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One file's path and UTF-8 text. Immutable. */
public final class Source {

    private final String path;
    private final byte[] bytes;
    private final int[] lineStarts;

    /**
     * @param path relative to the scanned root, separated by {@code /}
     * @param bytes not changed by anybody from now on
     */
    public Source(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        this.lineStarts = lineStarts(bytes);
    }

    /** The same from a string. */
    public static Source of(String path, String text) {
        return new Source(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static int[] lineStarts(byte[] bytes) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String path() {
        return path;
    }

    /** The file's name without its folders. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public int length() {
        return bytes.length;
    }

    /** The file's own bytes: read them, leave them. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] bytes() {
        return bytes;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String text(Span span) {
        return new String(bytes, span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** A line without its end; empty when there is no such line. */
    public String line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return "";
        }
        return text(span(number)).stripTrailing();
    }

    /** The bytes of a line with its end. */
    public Span span(int line) {
        int start = lineStarts[line - 1];
        return new Span(start, line == lineStarts.length ? bytes.length : lineStarts[line]);
    }

    /** The line that a byte is on, from 1. */
    public int lineNumber(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return 1 + (found >= 0 ? found : -found - 2);
    }

    /** Where a byte stands. */
    public Position position(int offset) {
        int line = lineNumber(offset);
        int column = 1;
        for (int i = lineStarts[line - 1]; i < offset; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return new Position(line, column);
    }

    @Override
    public String toString() {
        return "Source[" + path + "]";
    }
}
