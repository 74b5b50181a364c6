package dev.signet.scanner.source;

/**
 * A part of a file.
 *
 * @param start first byte, from 0
 * @param end the byte after the last one, at least {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span: " + start + " to " + end);
        }
    }

    /** From the start of this part to the end of the other. */
    public Span to(Span other) {
        return new Span(start, Math.max(end, other.end));
    }

    /** Whether the other part lies in this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
