package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One part of what a user said.
 *
 * @param text as it was written
 * @param words in their normal form
 */
record Clause(String text, List<String> words) {
    private static final Pattern BETWEEN_CLAUSES =
            Pattern.compile(
                    "[?!;\\n]+|\\.(?=\\s|$)|,|\\b(?:and then|and also|and|then|also|plus)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final int CLAUSES_MAX = 8;

    Clause {
        words = List.copyOf(words);
    }

    static Clause of(String text) {
        return new Clause(text.strip(), Words.of(text));
    }

    /** The parts of a text that have words, at most {@value #CLAUSES_MAX}. */
    static List<Clause> in(String text) {
        List<Clause> clauses = new ArrayList<>();
        for (String part : BETWEEN_CLAUSES.split(text, -1)) {
            Clause clause = of(part);
            if (!clause.words().isEmpty() && clauses.size() < CLAUSES_MAX) {
                clauses.add(clause);
            }
        }
        return List.copyOf(clauses);
    }

    /** This clause and the next one as one. */
    Clause with(Clause next) {
        return of(text + " " + next.text());
    }

    boolean has(String word) {
        return words.contains(word);
    }

    boolean hasAll(Collection<String> all) {
        return words.containsAll(all);
    }

    boolean hasAny(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }

    boolean begins(String first, String second) {
        return words.size() > 1 && words.get(0).equals(first) && words.get(1).equals(second);
    }

    Optional<String> first() {
        return words.stream().findFirst();
    }
}
