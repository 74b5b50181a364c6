package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a user wants, in the order in which it was said; each thing once.
 *
 * @param intents 1 or more
 */
record Interpretation(List<RecognizedIntent> intents) {
    /** Of a clause without a meaning of its own that still belongs to a request to sign out. */
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

    Interpretation {
        intents = List.copyOf(intents);
    }

    static Interpretation of(String text) {
        List<RecognizedIntent> intents = new ArrayList<>();
        for (Clause clause : Clause.in(text)) {
            add(intents, clause);
        }
        if (intents.isEmpty()) {
            intents.add(new RecognizedIntent(Intent.UNKNOWN, Clause.of(text)));
        }
        intents.replaceAll(recognized -> withReservation(recognized, Clause.of(text)));
        return new Interpretation(onceEach(intents));
    }

    private static void add(List<RecognizedIntent> intents, Clause clause) {
        Intent intent = intentOf(clause);
        if (intent != Intent.UNKNOWN) {
            intents.add(new RecognizedIntent(intent, clause));
            return;
        }
        boolean brief = clause.words().size() <= CONTINUATION_WORDS;
        if (brief && !intents.isEmpty() && intents.getLast().intent() == Intent.SIGN_OUT) {
            Clause longer = intents.removeLast().clause().with(clause);
            intents.add(new RecognizedIntent(intentOf(longer), longer));
            return;
        }
        if (!FILLERS.containsAll(clause.words())) {
            intents.add(new RecognizedIntent(intent, clause));
        }
    }

    /**
     * A request to sign out is read with all that was said, when some of it sets something apart.
     */
    private static RecognizedIntent withReservation(RecognizedIntent recognized, Clause all) {
        if (recognized.intent() != Intent.SIGN_OUT || !all.hasAny(RESERVATIONS)) {
            return recognized;
        }
        return new RecognizedIntent(negated(all) ? Intent.EXPLAIN_SIGN_OUT : Intent.SIGN_OUT, all);
    }

    /** Only a plain request to sign out is one: not a question about it, and never its contrary. */
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

    /** Greetings do not count beside a real request, and nothing is answered twice. */
    private static List<RecognizedIntent> onceEach(List<RecognizedIntent> intents) {
        Set<Intent> seen = EnumSet.noneOf(Intent.class);
        List<RecognizedIntent> once = new ArrayList<>();
        boolean onlyPolite = intents.stream().allMatch(recognized -> polite(recognized.intent()));
        for (RecognizedIntent recognized : intents) {
            boolean counts = onlyPolite || !polite(recognized.intent());
            boolean another = recognized.intent() == Intent.SIGN_OUT && !once.contains(recognized);
            if (counts && (seen.add(recognized.intent()) || another)) {
                once.add(recognized);
            }
        }
        return once;
    }

    private static boolean polite(Intent intent) {
        return intent == Intent.GREETING || intent == Intent.THANKS;
    }

    /** Whether a tool answers all of it. */
    boolean clear() {
        return intents.stream().allMatch(recognized -> recognized.intent().needsTool());
    }
}
