package dev.signet.scanner.source;

/**
 * Where a reader finds something.
 *
 * @param line from 1
 * @param column in code points, from 1
 */
public record Position(int line, int column) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        return line != other.line
                ? Integer.compare(line, other.line)
                : Integer.compare(column, other.column);
    }
}
