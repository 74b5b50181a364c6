package dev.signet.chat.assistant;

import dev.signet.chat.thread.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The question which session to sign out, and how its answer is read. It stands in the thread's
 * last message, so that it needs no memory besides.
 *
 * @param shortIds of the sessions, in the order in which they were numbered
 */
record SessionChoice(List<String> shortIds) {
    static final String QUESTION = "Which one should I sign out? Name it or give its number.";

    /** More are not listed, but can be named. */
    private static final int LISTED_MAX = 20;

    private static final int WORDS_MAX = 8;
    private static final Pattern NUMBERED =
            Pattern.compile("^\\d+\\. .* · (\\S+)$", Pattern.MULTILINE);

    private static final Set<String> NONE =
            Set.of("cancel", "none", "no", "nothing", "never", "stop", "not", "nevermind");
    private static final Set<String> YES = Set.of("yes", "ok", "sure", "yep", "yeah");
    private static final Set<String> OTHER_QUESTION =
            Set.of("show", "which", "where", "what", "who", "how", "why", "when", "help");
    private static final Set<String> VERBS = Set.of("signout", "end", "delete");

    /** What the words of an answer may also look like. */
    private static final Set<Intent> ANSWERING =
            EnumSet.of(Intent.UNKNOWN, Intent.SIGN_OUT, Intent.LIST_SESSIONS);

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
                    Map.entry("4th", 4),
                    Map.entry("four", 4),
                    Map.entry("fifth", 5),
                    Map.entry("5th", 5),
                    Map.entry("five", 5));

    SessionChoice {
        shortIds = List.copyOf(shortIds);
    }

    /** The question about those sessions, each on a numbered line that ends in its short id. */
    static String ask(List<SessionLine> sessions, TimeTexts times) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (SessionLine session : sessions.subList(0, Math.min(LISTED_MAX, sessions.size()))) {
            number++;
            text.append(number).append(". ").append(session.line(times)).append('\n');
        }
        if (number < sessions.size()) {
            text.append("And ").append(sessions.size() - number).append(" more.\n");
        }
        return text + QUESTION;
    }

    /** The question that was asked last; empty when the last message asked nothing. */
    static Optional<SessionChoice> pending(List<Message> history) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        Message last = history.getLast();
        boolean asked = last.role() == Message.Role.ASSISTANT && last.text().endsWith(QUESTION);
        return asked ? Optional.of(new SessionChoice(shortIds(last.text()))) : Optional.empty();
    }

    private static List<String> shortIds(String text) {
        return NUMBERED.matcher(text).results().map(line -> line.group(1)).toList();
    }

    /** Whether the text can be meant as an answer, and not as something new. */
    boolean isAnsweredBy(Clause text) {
        boolean brief = !text.words().isEmpty() && text.words().size() <= WORDS_MAX;
        boolean asks = text.hasAny(OTHER_QUESTION);
        boolean newWish = text.hasAny(VERBS) && numbers(text).isEmpty();
        return brief && !asks && !newWish && ANSWERING.contains(Signals.strongest(text));
    }

    boolean isDeclinedBy(Clause text) {
        return text.hasAny(NONE);
    }

    /** Which of the sessions that were asked about the answer means. */
    SignOut read(Clause answer, List<SessionLine> sessions) {
        List<SessionLine> candidates =
                sessions.stream()
                        .filter(s -> !s.current() && shortIds.contains(s.shortId()))
                        .toList();
        if (candidates.isEmpty()) {
            return new SignOut.Gone();
        }
        if (candidates.size() == 1 && answer.hasAny(YES)) {
            return new SignOut.These(candidates);
        }
        Optional<SignOut> byNumber = numbered(answer, candidates);
        return byNumber.orElseGet(() -> named(answer, candidates));
    }

    private Optional<SignOut> numbered(Clause answer, List<SessionLine> candidates) {
        List<Integer> numbers = numbers(answer);
        if (numbers.isEmpty() || !onlyNumbers(answer)) {
            return Optional.empty();
        }
        List<String> meant = numbers.stream().map(number -> shortIds.get(number - 1)).toList();
        List<SessionLine> chosen =
                candidates.stream().filter(s -> meant.contains(s.shortId())).toList();
        return Optional.of(
                chosen.size() == numbers.size() ? new SignOut.These(chosen) : new SignOut.Gone());
    }

    private SignOut named(Clause answer, List<SessionLine> candidates) {
        return switch (SignOut.of(answer, candidates)) {
            case SignOut.Others _ -> new SignOut.These(candidates);
            case SignOut.ThisOne thisOne ->
                    answer.hasAny(SignOut.THIS) ? thisOne : new SignOut.Ambiguous(candidates);
            case SignOut other -> other;
        };
    }

    /** Those that the text names and that were asked about. */
    private List<Integer> numbers(Clause text) {
        return text.words().stream()
                .flatMap(word -> number(word).stream())
                .filter(number -> number >= 1 && number <= shortIds.size())
                .distinct()
                .toList();
    }

    /** "The two on Linux" does not mean number two. */
    private static boolean onlyNumbers(Clause answer) {
        List<String> rest = new ArrayList<>(answer.words());
        rest.removeAll(SignOut.EMPTY_WORDS);
        return rest.stream().allMatch(word -> number(word).isPresent());
    }

    private static Optional<Integer> number(String word) {
        return word.matches("\\d{1,2}")
                ? Optional.of(Integer.valueOf(word))
                : Optional.ofNullable(NUMBERS.get(word));
    }
}
