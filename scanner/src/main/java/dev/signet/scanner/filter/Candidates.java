package dev.signet.scanner.filter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Finds the files in which a rule can find something, by looking for many literals at once in
 * bytes, whatever their case (Aho and Corasick 1975). Safe for many threads.
 */
public final class Candidates {

    private static final byte STRONG = 1;
    private static final byte BASE64 = 2;
    private static final byte TOKEN = 4;
    private static final int BY_HAND = BASE64 | TOKEN;
    private static final int MARK_BITS = 3;
    private static final int MARKS = (1 << MARK_BITS) - 1;

    private final byte[] classes = new byte[256];
    private int classCount = 1;

    /** By row and class: where the next row begins, and in the low bits what is said there. */
    private final int[] next;

    /**
     * @param modules dotted names of the authority's own code
     */
    public Candidates(Collection<String> modules) {
        List<int[]> states = new ArrayList<>();
        List<Byte> marks = new ArrayList<>();
        Collection<String> strong = Literals.strong(modules);
        for (Collection<String> literals : List.of(strong, Literals.BASE64, Literals.TOKEN)) {
            literals.forEach(this::classify);
        }
        state(states, marks);
        strong.forEach(literal -> add(literal, STRONG, states, marks));
        Literals.BASE64.forEach(literal -> add(literal, BASE64, states, marks));
        Literals.TOKEN.forEach(literal -> add(literal, TOKEN, states, marks));
        next = new int[states.size() * classCount];
        link(states, marks);
    }

    /** Whether the text has to be parsed. */
    public boolean mayMatter(byte[] text) {
        int state = 0;
        int seen = 0;
        for (byte one : text) {
            state = next[(state >>> MARK_BITS) + classes[one & 0xFF]];
            if ((state & MARKS) != 0) {
                seen |= state & MARKS;
                if ((seen & STRONG) != 0 || (seen & BY_HAND) == BY_HAND) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Bytes that no literal has are all the same, and so are the cases of a letter. */
    private void classify(String literal) {
        for (byte one : literal.getBytes(StandardCharsets.UTF_8)) {
            if (classes[one & 0xFF] == 0) {
                classes[one & 0xFF] = (byte) classCount;
                classes[Character.toUpperCase((char) (one & 0xFF)) & 0xFF] = (byte) classCount;
                classCount++;
            }
        }
    }

    private int state(List<int[]> states, List<Byte> marks) {
        int[] none = new int[classCount];
        Arrays.fill(none, -1);
        states.add(none);
        marks.add((byte) 0);
        return states.size() - 1;
    }

    private void add(String literal, byte mark, List<int[]> states, List<Byte> marks) {
        int state = 0;
        for (byte one : literal.getBytes(StandardCharsets.UTF_8)) {
            int[] from = states.get(state);
            int by = classes[one & 0xFF];
            if (from[by] < 0) {
                from[by] = state(states, marks);
            }
            state = from[by];
        }
        marks.set(state, (byte) (marks.get(state) | mark));
    }

    /** Where a text goes on that does not fit: the longest end that begins another literal. */
    private void link(List<int[]> states, List<Byte> marks) {
        int[] fallback = new int[states.size()];
        byte[] says = new byte[states.size()];
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int back = fallback[state];
            says[state] = (byte) (marks.get(state) | (state == 0 ? 0 : says[back]));
            for (int by = 0; by < classCount; by++) {
                int to = states.get(state)[by];
                int otherwise = state == 0 ? 0 : next[back * classCount + by];
                if (to < 0) {
                    next[state * classCount + by] = otherwise;
                } else {
                    fallback[to] = otherwise;
                    next[state * classCount + by] = to;
                    queue.add(to);
                }
            }
        }
        for (int i = 0; i < next.length; i++) {
            next[i] = (next[i] * classCount << MARK_BITS) | says[next[i]];
        }
    }
}
