package dev.signet.chat.assistant;

import dev.signet.chat.thread.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The question which session to sign out, and how its answer is read. It stands in the thread's
 * last message, so that it needs no memory besides.
 *
 * @param shortIds of the sessions, in the order in which they were numbered
 */
record Choice(List<String> shortIds) {
    static final String QUESTION = "Which one should I sign out? Name it or give its number.";

    private static final Pattern NUMBERED =
            Pattern.compile("^\\d+\\. .* · (\\S+)$", Pattern.MULTILINE);
    private static final Set<String> NONE =
            Set.of("cancel", "none", "no", "nothing", "never", "stop", "not", "nevermind");
    private static final Set<String> OTHER_QUESTION =
            Set.of("show", "which", "where", "what", "who", "how", "why", "when", "help");
    private static final int WORDS_MAX = 8;
    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("first", 1),
                    Map.entry("1st", 1),
                    Map.entry("second", 2),
                    Map.entry("2nd", 2),
                    Map.entry("two", 2),
                    Map.entry("third", 3),
                    Map.entry("3rd", 3),
                    Map.entry("three", 3),
                    Map.entry("fourth", 4),
                    Map.entry("four", 4),
                    Map.entry("fifth", 5),
                    Map.entry("five", 5));

    Choice {
        shortIds = List.copyOf(shortIds);
    }

    /** The question about those sessions, each on a numbered line that ends in its short id. */
    static String ask(List<SessionLine> sessions, Times times) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (SessionLine session : sessions) {
            number++;
            text.append(number).append(". ").append(session.line(times)).append('\n');
        }
        return text + QUESTION;
    }

    /** The question that was asked last; empty when the last message asked nothing. */
    static Optional<Choice> pending(List<Message> history) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        Message last = history.getLast();
        boolean asked = last.role() == Message.Role.ASSISTANT && last.text().endsWith(QUESTION);
        return asked ? Optional.of(new Choice(shortIds(last.text()))) : Optional.empty();
    }

    private static List<String> shortIds(String text) {
        List<String> ids = new ArrayList<>();
        Matcher lines = NUMBERED.matcher(text);
        while (lines.find()) {
            ids.add(lines.group(1));
        }
        return ids;
    }

    /** Whether the text can be meant as an answer to the question. */
    boolean isAnsweredBy(Clause text) {
        return text.words().size() <= WORDS_MAX && !text.hasAny(OTHER_QUESTION);
    }

    boolean isDeclinedBy(Clause text) {
        return text.hasAny(NONE);
    }

    /**
     * The short id at the number that the text names; empty when it names none, or more than one.
     */
    Optional<String> numbered(Clause text) {
        List<Integer> numbers =
                text.words().stream()
                        .flatMap(word -> number(word).stream())
                        .filter(number -> number >= 1 && number <= shortIds.size())
                        .distinct()
                        .toList();
        return numbers.size() == 1
                ? Optional.of(shortIds.get(numbers.getFirst() - 1))
                : Optional.empty();
    }

    private static Optional<Integer> number(String word) {
        return word.matches("\\d{1,2}")
                ? Optional.of(Integer.valueOf(word))
                : Optional.ofNullable(NUMBERS.get(word));
    }
}
