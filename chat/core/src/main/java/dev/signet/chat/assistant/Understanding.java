package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a user wants, in the order in which it was said; each thing once.
 *
 * @param wishes 1 or more
 */
record Understanding(List<Understood> wishes) {
    /** Of a clause without a meaning of its own that still belongs to a wish to sign out. */
    private static final int CONTINUATION_WORDS = 4;

    private static final Set<String> FILLERS =
            Set.of("please", "now", "ok", "so", "well", "yes", "no", "just", "me", "it", "too");

    private static final Set<String> QUESTION_WORDS =
            Set.of(
                    "how", "why", "what", "when", "if", "should", "did", "does", "do", "was",
                    "were", "is", "are", "will", "would", "may", "might", "which", "who", "am",
                    "has", "have", "had", "shall");

    /** Make a question or a condition of a clause wherever they stand. */
    private static final Set<String> DOUBTS =
            Set.of("if", "when", "how", "whether", "explain", "wonder", "wondering");

    private static final Set<String> NEGATIONS = Set.of("not", "never", "without");

    private static final Set<String> RESERVATIONS =
            Set.of(
                    "not", "never", "without", "except", "but", "apart", "besides", "keep", "leave",
                    "stay", "stays", "unless", "until");

    Understanding {
        wishes = List.copyOf(wishes);
    }

    static Understanding of(String text) {
        List<Understood> wishes = new ArrayList<>();
        for (Clause clause : Clause.in(text)) {
            add(wishes, clause);
        }
        if (wishes.isEmpty()) {
            wishes.add(new Understood(Intent.UNKNOWN, Clause.of(text)));
        }
        wishes.replaceAll(wish -> withReservation(wish, Clause.of(text)));
        return new Understanding(onceEach(wishes));
    }

    private static void add(List<Understood> wishes, Clause clause) {
        Intent intent = intentOf(clause);
        if (intent != Intent.UNKNOWN) {
            wishes.add(new Understood(intent, clause));
            return;
        }
        boolean brief = clause.words().size() <= CONTINUATION_WORDS;
        if (brief && !wishes.isEmpty() && wishes.getLast().intent() == Intent.SIGN_OUT) {
            Clause longer = wishes.removeLast().clause().with(clause);
            wishes.add(new Understood(intentOf(longer), longer));
            return;
        }
        if (!FILLERS.containsAll(clause.words())) {
            wishes.add(new Understood(intent, clause));
        }
    }

    /** A wish to sign out is read with all that was said, when some of it sets something apart. */
    private static Understood withReservation(Understood wish, Clause all) {
        if (wish.intent() != Intent.SIGN_OUT || !all.hasAny(RESERVATIONS)) {
            return wish;
        }
        return new Understood(negated(all) ? Intent.EXPLAIN_SIGN_OUT : Intent.SIGN_OUT, all);
    }

    /** Only a plain wish to sign out is one: not a question about it, and never its contrary. */
    private static Intent intentOf(Clause clause) {
        Intent intent = Signals.strongest(clause);
        if (intent != Intent.SIGN_OUT) {
            return intent;
        }
        boolean asks = clause.first().filter(QUESTION_WORDS::contains).isPresent();
        boolean doubts = clause.hasAny(DOUBTS) || clause.begins("can", "i");
        return asks || doubts || negated(clause) ? Intent.EXPLAIN_SIGN_OUT : intent;
    }

    private static boolean negated(Clause clause) {
        return clause.hasAny(NEGATIONS);
    }

    /** Greetings do not count beside a real wish, and nothing is answered twice. */
    private static List<Understood> onceEach(List<Understood> wishes) {
        Set<Intent> seen = EnumSet.noneOf(Intent.class);
        List<Understood> once = new ArrayList<>();
        boolean onlyPolite = wishes.stream().allMatch(wish -> polite(wish.intent()));
        for (Understood wish : wishes) {
            boolean counts = onlyPolite || !polite(wish.intent());
            boolean another = wish.intent() == Intent.SIGN_OUT && !once.contains(wish);
            if (counts && (seen.add(wish.intent()) || another)) {
                once.add(wish);
            }
        }
        return once;
    }

    private static boolean polite(Intent intent) {
        return intent == Intent.GREETING || intent == Intent.THANKS;
    }

    /** Whether a tool answers all of it. */
    boolean clear() {
        return wishes.stream().allMatch(wish -> wish.intent().needsTool());
    }
}
