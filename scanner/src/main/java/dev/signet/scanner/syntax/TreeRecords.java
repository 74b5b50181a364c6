package dev.signet.scanner.syntax;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * A tree as numbers: {@value #WIDTH} for each node, children before their parent. {@code
 * tree_copy.c} writes the same.
 */
final class TreeRecords {

    static final int WIDTH = 4;

    private static final int KIND = 0;
    private static final int START = 1;
    private static final int END = 2;
    private static final int CHILDREN = 3;

    private int[] numbers;
    private int count;

    TreeRecords() {
        numbers = new int[256 * WIDTH];
    }

    private TreeRecords(int[] numbers, int count) {
        this.numbers = numbers;
        this.count = count;
    }

    /** Copies that many records. */
    static TreeRecords of(MemorySegment records, int count) {
        long bytes = (long) count * WIDTH * Integer.BYTES;
        return new TreeRecords(records.asSlice(0, bytes).toArray(JAVA_INT), count);
    }

    /**
     * @param kind symbol, and in the upper half the field
     * @param children how many were kept, times two, and one more when the node is named
     */
    void add(int kind, int start, int end, int children) {
        int at = count++ * WIDTH;
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
        }
        numbers[at + KIND] = kind;
        numbers[at + START] = start;
        numbers[at + END] = end;
        numbers[at + CHILDREN] = children;
    }

    int count() {
        return count;
    }

    int symbol(int record) {
        return numbers[record * WIDTH + KIND] & 0xFFFF;
    }

    int field(int record) {
        return numbers[record * WIDTH + KIND] >>> 16;
    }

    int start(int record) {
        return numbers[record * WIDTH + START];
    }

    int end(int record) {
        return numbers[record * WIDTH + END];
    }

    /**
     * How many of the nodes before it are its children, as far as they are not others' children.
     */
    int children(int record) {
        return numbers[record * WIDTH + CHILDREN] >>> 1;
    }

    boolean isNamed(int record) {
        return (numbers[record * WIDTH + CHILDREN] & 1) == 1;
    }
}
