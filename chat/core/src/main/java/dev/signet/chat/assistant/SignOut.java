package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out which session a wish to sign out is about. Acts only where there is no doubt. */
sealed interface SignOut {

    /**
     * All sessions but this one.
     *
     * @param alsoThisOne this one was meant too
     */
    record Others(boolean alsoThisOne) implements SignOut {}

    /** Exactly these sessions, 1 or more, none of which is this one. */
    record These(List<SessionLine> sessions) implements SignOut {}

    /** The session that asks. */
    record ThisOne() implements SignOut {}

    /** Some of these sessions are meant, and it must be asked which. */
    record Ambiguous(List<SessionLine> candidates) implements SignOut {}

    /** No session is called that. */
    record NoMatch(String wanted) implements SignOut {}

    /** There is only this session. */
    record NothingElse() implements SignOut {}

    /** Words that say nothing about which session. */
    Set<String> EMPTY_WORDS =
            Set.of(
                    "signout", "end", "delete", "session", "the", "a", "an", "my", "on", "of",
                    "from", "in", "at", "with", "by", "to", "and", "please", "can", "could",
                    "would", "you", "i", "want", "do", "using", "is", "are", "that", "those",
                    "these", "which", "one", "ones", "browser", "token", "now", "just", "only",
                    "for", "out", "off", "old", "need", "like", "id", "number", "help", "it", "am",
                    "there", "go", "let", "us", "sid", "up", "running", "called", "named",
                    "address", "ip", "kindly", "work", "ok", "yes", "then", "well", "so");

    /** Words for the session that asks. */
    Set<String> THIS = Set.of("me", "myself", "this", "current", "here");

    Set<String> EVERYTHING = Set.of("all", "every", "everything", "everywhere", "each", "both");

    /** Words after which comes what is to stay. */
    Set<String> EXCEPTIONS = Set.of("except", "but", "apart", "besides");

    /** "The other session" is one; it is asked which, if there are several. */
    Pattern ONE_OTHER =
            Pattern.compile(
                    "\\bother (session|device|login|browser|one|computer|laptop|phone|tablet)\\b",
                    Pattern.CASE_INSENSITIVE);

    /**
     * What the wish means.
     *
     * @param sessions all of the user's
     */
    static SignOut of(Clause wish, List<SessionLine> sessions) {
        List<SessionLine> others = sessions.stream().filter(s -> !s.current()).toList();
        List<String> wanted = wanted(wish);
        boolean spares = wish.hasAny(EXCEPTIONS);
        if (spares && !wanted.isEmpty()) {
            return others.isEmpty() ? new NothingElse() : new Ambiguous(others);
        }
        if (wanted.isEmpty() && (wish.hasAny(EVERYTHING) || wish.has("other") || spares)) {
            return ofMany(wish, others);
        }
        if (wanted.isEmpty() && (wish.hasAny(THIS) || !wish.has("session"))) {
            return new ThisOne();
        }
        return find(wish, sessions, others);
    }

    private static SignOut ofMany(Clause wish, List<SessionLine> others) {
        if (others.isEmpty()) {
            return new NothingElse();
        }
        boolean all = wish.hasAny(EVERYTHING);
        if (!all && ONE_OTHER.matcher(wish.text()).find()) {
            return others.size() == 1 ? new These(others) : new Ambiguous(others);
        }
        return new Others(all && !wish.has("other") && !wish.hasAny(EXCEPTIONS));
    }

    /** The words that say which session. */
    private static List<String> wanted(Clause wish) {
        List<String> wanted = new ArrayList<>(wish.words());
        wanted.removeAll(EMPTY_WORDS);
        wanted.removeAll(THIS);
        wanted.removeAll(EVERYTHING);
        wanted.removeAll(EXCEPTIONS);
        wanted.remove("other");
        return wanted;
    }

    private static SignOut find(Clause wish, List<SessionLine> sessions, List<SessionLine> others) {
        List<String> wanted = wanted(wish);
        List<SessionLine> called = others.stream().filter(s -> s.isCalled(wanted)).toList();
        boolean clear = !wanted.isEmpty() && (called.size() == 1 || wish.hasAny(EVERYTHING));
        if (!called.isEmpty()) {
            return clear ? new These(called) : new Ambiguous(called);
        }
        if (!wanted.isEmpty() && sessions.stream().anyMatch(s -> s.isCalled(wanted))) {
            return new ThisOne();
        }
        return others.isEmpty() ? new NothingElse() : new NoMatch(String.join(" ", wanted));
    }
}
