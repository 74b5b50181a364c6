package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds out which session a wish to sign out is about. Acts only where there is no doubt. */
sealed interface SignOut {

    /** All sessions but this one. */
    record Others(boolean alsoThisOne) implements SignOut {}

    /** Exactly that session, which is not this one. */
    record One(SessionLine session) implements SignOut {}

    /** The session that asks. */
    record ThisOne() implements SignOut {}

    /** Several sessions may be meant. */
    record Ambiguous(List<SessionLine> candidates) implements SignOut {}

    /** No session is called that. */
    record NoMatch(String wanted) implements SignOut {}

    /** There is only this session. */
    record NothingElse() implements SignOut {}

    /** Words that say nothing about which session. */
    Set<String> EMPTY_WORDS =
            Set.of(
                    "signout", "end", "delete", "session", "the", "a", "an", "my", "on", "of", "from", "in",
                    "at", "with", "by", "to", "and", "please", "can", "could", "would", "you", "i", "want",
                    "do", "using", "is", "that", "which", "one", "browser", "token", "now", "just", "for",
                    "out", "off", "old", "need", "like", "id", "number", "help", "it", "there", "go", "let",
                    "us", "sid", "up", "running", "called", "named", "address", "ip", "kindly", "work");

    Set<String> THIS = Set.of("me", "myself", "this", "current", "here");

    Set<String> EVERYTHING = Set.of("all", "every", "everything", "everywhere", "each");

    Set<String> EXCEPTIONS = Set.of("other", "except", "but", "apart", "besides");

    static SignOut of(Clause wish, List<SessionLine> sessions) {
        List<SessionLine> others = sessions.stream().filter(s -> !s.current()).toList();
        List<String> wanted = wanted(wish);
        boolean all = wish.hasAny(EVERYTHING);
        boolean exception = wish.hasAny(EXCEPTIONS);
        if (wanted.isEmpty() && (all || exception)) {
            return others.isEmpty() ? new NothingElse() : ofMany(others, all, exception);
        }
        if (wanted.isEmpty() && meansThisOne(wish)) {
            return new ThisOne();
        }
        return find(wanted, sessions, others);
    }

    /** "The other session" is one; which, if there are several, is to be asked. */
    private static SignOut ofMany(List<SessionLine> others, boolean all, boolean exception) {
        return new Others(all && !exception && !others.isEmpty());
    }

    private static boolean meansThisOne(Clause wish) {
        return wish.hasAny(THIS) || !wish.has("session");
    }

    private static List<String> wanted(Clause wish) {
        List<String> wanted = new ArrayList<>(wish.words());
        wanted.removeAll(EMPTY_WORDS);
        wanted.removeAll(THIS);
        wanted.removeAll(EVERYTHING);
        wanted.removeAll(EXCEPTIONS);
        return wanted;
    }

    private static SignOut find(
            List<String> wanted, List<SessionLine> sessions, List<SessionLine> others) {
        List<SessionLine> called = others.stream().filter(s -> s.isCalled(wanted)).toList();
        boolean thisOneIsCalled = sessions.stream().anyMatch(s -> s.current() && s.isCalled(wanted));
        if (called.size() == 1 && !wanted.isEmpty()) {
            return new One(called.getFirst());
        }
        if (!called.isEmpty()) {
            return new Ambiguous(called);
        }
        if (others.isEmpty() && !thisOneIsCalled) {
            return new NothingElse();
        }
        return thisOneIsCalled && !wanted.isEmpty()
                ? new ThisOne()
                : new NoMatch(String.join(" ", wanted));
    }
}
